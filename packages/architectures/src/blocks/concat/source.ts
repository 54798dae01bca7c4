import { defineSource } from '../../source/block-source.js';
import { call } from '../../source/python.js';

export const concatSource = defineSource<object>({
  name: 'concat',
  join: () => ({
    pytorch: (names) => `torch.cat([${names.join(', ')}], dim=1)`,
    keras: call('layers.Concatenate'),
  }),
  layers: () => [],
});
