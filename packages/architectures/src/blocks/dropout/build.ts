import { apply, defineBuilder } from '../../sublayers/build.js';

export const dropoutBuilder = defineBuilder<{ rate: number }>({
  name: 'dropout',
  build: ({ tf, attributes, input, name, seed }) =>
    apply(tf.layers.dropout({ name: name(), rate: attributes.rate, seed: seed('mask') }), input),
});
