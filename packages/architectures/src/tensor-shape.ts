/** Shape of one example, without the batch: `[height, width, channels]` of an image or `[length]` of a vector. */
export type TensorShape = readonly number[];

/** `28×28×1`. */
export function formatShape(shape: TensorShape): string {
  return shape.join('×');
}

export function elementsOf(shape: TensorShape): number {
  return shape.reduce((product, size) => product * size, 1);
}

export function sameShape(a: TensorShape, b: TensorShape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}
