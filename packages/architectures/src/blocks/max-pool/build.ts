import { apply, defineBuilder } from '../../sublayers/build.js';

export const maxPoolBuilder = defineBuilder<{ size: number; stride: number }>({
  name: 'max-pool',
  build: ({ tf, attributes, input, name }) =>
    apply(
      tf.layers.maxPooling2d({
        name: name(),
        poolSize: attributes.size,
        strides: attributes.stride,
        padding: 'same',
      }),
      input,
    ),
});
