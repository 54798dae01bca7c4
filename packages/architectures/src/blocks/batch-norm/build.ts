import type { Activation } from '../../attributes.js';
import { activate } from '../../sublayers/activation/build.js';
import { defineBuilder, normalise } from '../../sublayers/build.js';

export const batchNormBuilder = defineBuilder<{ activation: Activation }>({
  name: 'batch-norm',
  build: (site) => activate(site, normalise(site, site.input), site.attributes.activation),
});
