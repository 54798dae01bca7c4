import { defineSource } from '../../source/block-source.js';
import { call } from '../../source/python.js';

export const dropoutSource = defineSource<{ rate: number }>({
  name: 'dropout',
  layers: ({ attributes: { rate } }) => [
    { pytorch: call('nn.Dropout', [rate]), keras: call('layers.Dropout', [rate]) },
  ],
});
