import { defineSource } from '../../source/block-source.js';
import { squeezeExcite } from '../../sublayers/source.js';
import { squeezedOf } from './spec.js';

export const squeezeExciteSource = defineSource<{ ratio: number }>({
  name: 'squeeze-excite',
  layers({ attributes, output }) {
    const channels = output[2] ?? 0;
    return [squeezeExcite(channels, { squeezed: squeezedOf(channels, attributes.ratio) })];
  },
});
