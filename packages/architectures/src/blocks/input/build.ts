import { defineBuilder } from '../../sublayers/build.js';

export const inputBuilder = defineBuilder<{ shape: number[] }>({
  name: 'input',
  build: ({ tf, attributes, name }) => tf.input({ shape: attributes.shape, name: name() }),
});
