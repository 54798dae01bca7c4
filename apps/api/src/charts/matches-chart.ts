import type { ChartFilter } from '@cambium/core';

/** Whether a trial of the search is one that the filter asks for. `front`: numbers of those on the Pareto front. */
export function matchesChart(
  { stateIn, kindIn, number: range, onFront }: ChartFilter,
  { number, state }: { readonly number: number; readonly state: string },
  front: ReadonlySet<number> = new Set(),
): boolean {
  if (kindIn !== undefined && !kindIn.includes('search')) return false;
  if (stateIn !== undefined && !stateIn.some((each) => each === state)) return false;
  if (onFront !== undefined && front.has(number) !== onFront) return false;
  return number >= (range?.min ?? 0) && number <= (range?.max ?? Number.POSITIVE_INFINITY);
}
