import type { Activation } from '../../attributes.js';
import { activate } from '../../sublayers/activation/build.js';
import { defineBuilder, join } from '../../sublayers/build.js';

export const addBuilder = defineBuilder<{ activation: Activation }>({
  name: 'add',
  build: (site) => activate(site, join(site, site.tf.layers.add({ name: site.name() })), site.attributes.activation),
});
