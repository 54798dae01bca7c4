/** Puts `row` into the first `count` places of `order`, which has room for one more, behind all that are not greater. */
export function insertSorted(
  order: Int32Array,
  count: number,
  { row, compare }: { readonly row: number; readonly compare: (a: number, b: number) => number },
): void {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(row, order[middle] as number) < 0) to = middle;
    else from = middle + 1;
  }
  order.copyWithin(from + 1, from, count);
  order[from] = row;
}

/** The array itself where it has `length` places, else a copy with twice as many. */
export function withRoom<T extends Float64Array | Int32Array>(array: T, length: number): T {
  if (length <= array.length) return array;
  const grown = new (array.constructor as new (length: number) => T)(Math.max(16, 2 * length));
  grown.set(array);
  return grown;
}
