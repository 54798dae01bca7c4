import { apply, defineBuilder } from '../../sublayers/build.js';

export const avgPoolBuilder = defineBuilder<{ size: number; stride: number }>({
  name: 'avg-pool',
  build: ({ tf, attributes, input, name }) =>
    apply(
      tf.layers.averagePooling2d({
        name: name(),
        poolSize: attributes.size,
        strides: attributes.stride,
        padding: 'same',
      }),
      input,
    ),
});
