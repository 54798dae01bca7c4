import { apply, defineBuilder } from '../../sublayers/build.js';

export const globalAveragePoolBuilder = defineBuilder<object>({
  name: 'global-average-pool',
  build: ({ tf, input, name }) => apply(tf.layers.globalAveragePooling2d({ name: name() }), input),
});
