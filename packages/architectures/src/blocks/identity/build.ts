import { apply, defineBuilder } from '../../sublayers/build.js';

export const identityBuilder = defineBuilder<object>({
  name: 'identity',
  build: ({ tf, input, name }) => apply(tf.layers.activation({ name: name(), activation: 'linear' }), input),
});
