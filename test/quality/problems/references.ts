import type { Reference } from './problem.js';

/** `{ budget: [mean, standard deviation] }`, as the reference files have it. */
export type Reached = Readonly<Record<string, readonly number[]>>;

export function reference(
  label: string,
  reached: Reached | undefined,
  { measures, runs }: Pick<Reference, 'measures' | 'runs'>,
): Reference[] {
  if (reached === undefined) return [];
  const entries = Object.entries(reached).map(([budget, [mean, deviation]]) => {
    return [budget, { mean: mean as number, ...(deviation === undefined ? {} : { deviation }) }];
  });
  return [{ label, measures, runs, reached: Object.fromEntries(entries) }];
}
