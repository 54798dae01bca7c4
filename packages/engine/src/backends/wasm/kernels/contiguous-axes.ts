import type { TensorFlow } from '../../../tensorflow.js';

/** A reduction over neighbouring axes: x as [blocks, rows, columns], summed over the rows. */
export interface ContiguousReduction {
  readonly blocks: number;
  readonly rows: number;
  readonly columns: number;
  readonly outShape: number[];
}

/** undefined where the axes are not neighbours, or end with the last one, where the stock kernel is as good. */
export function contiguousReduction(
  tf: TensorFlow,
  shape: readonly number[],
  { axis, keepDims }: { readonly axis: number | number[]; readonly keepDims: boolean },
): ContiguousReduction | undefined {
  const axes = tf.util.parseAxisParam(axis, [...shape]).sort((a, b) => a - b);
  const first = axes[0];
  const last = axes.at(-1);
  if (first === undefined || last === undefined || last - first !== axes.length - 1) return undefined;
  if (last === shape.length - 1) return undefined;
  const size = (from: number, to: number) => tf.util.sizeFromShape(shape.slice(from, to));
  const outShape = shape.flatMap((length, i) => (i < first || i > last ? [length] : keepDims ? [1] : []));
  return { blocks: size(0, first), rows: size(first, last + 1), columns: size(last + 1, shape.length), outShape };
}
