import type { GradConfig, NamedAttrMap, Tensor, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import { type Dilations, dilationsOf, isDense, spreadFilter, spreadShape } from './spread-filter.js';

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
      const dilations = dilationsOf(attrs);
      const common = { strides, pad, dataFormat, dimRoundingMode };
      return {
        x: () =>
          run(
            tf,
            'Conv2DBackpropInput',
            { dy: dy as Tensor, filter: spreadFilter(tf, filter, dilations) },
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
      const dilations = dilationsOf(attrs);
      const common = { strides, pad, dimRoundingMode, dilations: [1, 1] };
      return {
        x: () =>
          run(
            tf,
            'DepthwiseConv2dNativeBackpropInput',
            { dy: dy as Tensor, filter: spreadFilter(tf, filter, dilations) },
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

function taps(tf: TensorFlow, gradient: Tensor4D, dilations: Dilations): Tensor4D {
  if (isDense(dilations)) return gradient;
  return tf.stridedSlice(gradient, [0, 0, 0, 0], gradient.shape, [...dilations, 1, 1]) as Tensor4D;
}
