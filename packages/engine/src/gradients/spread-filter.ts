import type { NamedAttrMap, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** Along rows and columns, from 1. */
export type Dilations = [number, number];

/** Of a convolution kernel's attributes; 1 where they have none. */
export function dilationsOf({ dilations }: NamedAttrMap): Dilations {
  if (typeof dilations === 'number') return [dilations, dilations];
  return (dilations as Dilations | null | undefined) ?? [1, 1];
}

export const isDense = ([h, w]: Dilations) => h === 1 && w === 1;

/** Of a filter [h, w, …] that is spread. */
export function spreadShape([h, w, ...channels]: readonly number[], [dh, dw]: Dilations): number[] {
  return [((h ?? 1) - 1) * dh + 1, ((w ?? 1) - 1) * dw + 1, ...channels];
}

/** Puts d − 1 zeros between the taps of [h, w, c, o]: without dilation it does what the filter does with it. */
export function spreadFilter(tf: TensorFlow, filter: Tensor4D, dilations: Dilations): Tensor4D {
  if (isDense(dilations)) return filter;
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
