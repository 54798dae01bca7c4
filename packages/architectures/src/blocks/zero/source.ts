import { defineSource } from '../../source/block-source.js';
import { call } from '../../source/python.js';
import { subsample } from '../../sublayers/source.js';

export const zeroSource = defineSource<{ stride: number }>({
  name: 'zero',
  layers: ({ attributes: { stride } }) => [
    ...(stride === 1 ? [] : [subsample(stride, 'subsample')]),
    { pytorch: call('Zero'), keras: call('layers.Rescaling', [0]) },
  ],
});
