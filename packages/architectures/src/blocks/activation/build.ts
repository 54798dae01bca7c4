import type { Activation } from '../../attributes.js';
import { activate } from '../../sublayers/activation/build.js';
import { defineBuilder } from '../../sublayers/build.js';

export const activationBuilder = defineBuilder<{ function: Activation }>({
  name: 'activation',
  build: (site) => activate(site, site.input, site.attributes.function),
});
