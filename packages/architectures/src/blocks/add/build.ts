import { activate, defineBuilder } from '../../sublayers/build.js';

export const addBuilder = defineBuilder<{ activation: 'relu' | 'none' }>({
  name: 'add',
  build(site) {
    const sum = site.tf.layers.add({ name: site.name() }).apply([...site.inputs]);
    return activate(site, sum as typeof site.input, site.attributes.activation);
  },
});
