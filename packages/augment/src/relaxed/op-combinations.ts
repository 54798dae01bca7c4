/**
 * All sets of `size` ops, each in the order of the list: 105 pairs of 15 ops. Where there are fewer ops than that, the one
 * list of all of them in turn.
 */
export function opCombinations(ops: readonly string[], size: number): string[][] {
  if (ops.length < size) return [Array.from({ length: size }, (_, i) => ops[i % ops.length] as string)];
  if (size === 0) return [[]];
  return ops.flatMap((op, i) => {
    const later = ops.slice(i + 1);
    return later.length < size - 1 ? [] : opCombinations(later, size - 1).map((rest) => [op, ...rest]);
  });
}
