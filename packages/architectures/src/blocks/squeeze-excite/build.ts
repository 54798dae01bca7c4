import { defineBuilder } from '../../sublayers/build.js';
import { squeezeExcite } from '../../sublayers/squeeze-excite/build.js';
import { squeezedOf } from './spec.js';

export const squeezeExciteBuilder = defineBuilder<{ ratio: number }>({
  name: 'squeeze-excite',
  build: (site) =>
    squeezeExcite(site, site.input, { squeezed: squeezedOf(site.input.shape[3] as number, site.attributes.ratio) }),
});
