import { defineSource } from '../../source/block-source.js';
import { call } from '../../source/python.js';

export const globalAveragePoolSource = defineSource<object>({
  name: 'global-average-pool',
  layers: () => [{ pytorch: call('GlobalAveragePool'), keras: call('layers.GlobalAveragePooling2D') }],
});
