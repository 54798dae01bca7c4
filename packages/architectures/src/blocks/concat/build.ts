import { defineBuilder, join } from '../../sublayers/build.js';

export const concatBuilder = defineBuilder<object>({
  name: 'concat',
  build: (site) => join(site, site.tf.layers.concatenate({ name: site.name() })),
});
