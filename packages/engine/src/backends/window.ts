import type { backend_util } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

export type Strides = number | [number, number];
export type Padding = 'valid' | 'same' | number | backend_util.ExplicitPadding;
export type Shape4D = [number, number, number, number];

/** Attributes that convolutions and pools share. */
export interface WindowAttributes {
  readonly strides: Strides;
  readonly pad: Padding;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** Sizes of a convolution without dilation in NHWC; a dilated filter is dilated before it gets here. */
export function convolutionInfo(
  tf: TensorFlow,
  shapes: { readonly input: readonly number[]; readonly filter: readonly number[] },
  attributes: WindowAttributes,
  depthwise = false,
): backend_util.Conv2DInfo {
  const { strides, pad, dimRoundingMode } = attributes;
  const input = shapes.input as Shape4D;
  return tf.backend_util.computeConv2DInfo(
    input,
    shapes.filter as Shape4D,
    strides,
    1,
    pad,
    dimRoundingMode,
    depthwise,
  );
}

export function poolInfo(
  tf: TensorFlow,
  input: readonly number[],
  attributes: WindowAttributes & { readonly filterSize: Strides },
): backend_util.Conv2DInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attributes;
  return tf.backend_util.computePool2DInfo(input as Shape4D, filterSize, strides, 1, pad, dimRoundingMode);
}

/** The order in which the pool and scatter kernels take their sizes. */
export function scatterSizes(info: backend_util.Conv2DInfo): number[] {
  return [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}
