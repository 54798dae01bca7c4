import type { GradConfig, NamedAttrMap, Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

type Pair = [number, number];

/**
 * Gradients of conv2d and depthwiseConv2d that also hold for dilations > 1, where TensorFlow.js has none. A convolution
 * with dilation d is one with the filter spread by d − 1 zeros between its taps; its filter gradient is that of the
 * spread filter, read at the taps.
 */
export function dilatedConvolutionGradients(tf: TensorFlow): GradConfig[] {
  return [conv2D(tf), depthwise(tf)];
}

function conv2D(tf: TensorFlow): GradConfig {
  return {
    kernelName: 'Conv2D',
    inputsToSave: ['x', 'filter'],
    gradFunc(dy, saved, attrs) {
      const [x, filter] = saved as [Tensor4D, Tensor4D];
      const { strides, pad, dataFormat, dimRoundingMode } = attrs;
      const dilations = pair(attrs);
      const common = { strides, pad, dataFormat, dimRoundingMode };
      return {
        x: () =>
          run(
            tf,
            'Conv2DBackpropInput',
            { dy: dy as Tensor, filter: spread(tf, filter, dilations) },
            { ...common, inputShape: x.shape },
          ),
        filter: () => {
          const attributes = { ...common, filterShape: spreadShape(filter.shape, dilations) };
          return taps(tf, run(tf, 'Conv2DBackpropFilter', { x, dy: dy as Tensor }, attributes), dilations);
        },
      };
    },
  };
}

function depthwise(tf: TensorFlow): GradConfig {
  return {
    kernelName: 'DepthwiseConv2dNative',
    inputsToSave: ['x', 'filter'],
    gradFunc(dy, saved, attrs) {
      const [x, filter] = saved as [Tensor4D, Tensor4D];
      const { strides, pad, dimRoundingMode } = attrs;
      const dilations = pair(attrs);
      const common = { strides, pad, dimRoundingMode, dilations: [1, 1] };
      return {
        x: () =>
          run(
            tf,
            'DepthwiseConv2dNativeBackpropInput',
            { dy: dy as Tensor, filter: spread(tf, filter, dilations) },
            { ...common, inputShape: x.shape },
          ),
        filter: () => {
          const attributes = { ...common, filterShape: spreadShape(filter.shape, dilations) };
          const gradient = run(tf, 'DepthwiseConv2dNativeBackpropFilter', { x, dy: dy as Tensor }, attributes);
          return taps(tf, gradient, dilations);
        },
      };
    },
  };
}

function run(tf: TensorFlow, kernel: string, inputs: Record<string, Tensor>, attributes: object): Tensor4D {
  return tf.engine().runKernel(kernel, inputs, attributes as NamedAttrMap) as Tensor4D;
}

function pair({ dilations }: NamedAttrMap): Pair {
  if (typeof dilations === 'number') return [dilations, dilations];
  return (dilations as Pair | null | undefined) ?? [1, 1];
}

const isOne = ([h, w]: Pair) => h === 1 && w === 1;

function spreadShape([h, w, ...channels]: readonly number[], [dh, dw]: Pair): number[] {
  return [((h ?? 1) - 1) * dh + 1, ((w ?? 1) - 1) * dw + 1, ...channels];
}

/** Puts d − 1 zeros between the taps of [h, w, c, o]. */
function spread(tf: TensorFlow, filter: Tensor4D, dilations: Pair): Tensor4D {
  if (isOne(dilations)) return filter;
  const [dh, dw] = dilations;
  const [h, w, c, o] = filter.shape;
  const rows = tf.reshape(
    tf.pad(tf.reshape(filter, [h, 1, w, c * o]), [
      [0, 0],
      [0, dh - 1],
      [0, 0],
      [0, 0],
    ]),
    [h * dh, w, 1, c * o],
  );
  const both = tf.reshape(
    tf.pad(rows, [
      [0, 0],
      [0, 0],
      [0, dw - 1],
      [0, 0],
    ]),
    [h * dh, w * dw, c, o],
  );
  const [height, width] = spreadShape(filter.shape, dilations) as [number, number];
  return tf.slice(both as Tensor4D, [0, 0, 0, 0], [height, width, c, o]);
}

function taps(tf: TensorFlow, gradient: Tensor4D, dilations: Pair): Tensor4D {
  if (isOne(dilations)) return gradient;
  return tf.stridedSlice(gradient, [0, 0, 0, 0], gradient.shape, [...dilations, 1, 1]) as Tensor4D;
}
