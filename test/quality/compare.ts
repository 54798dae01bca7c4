import type { Problem, Reference } from './problems/problem.js';
import type { Summary } from './statistics/summarize.js';

/** How ours stands to a published number at one budget. */
export interface Comparison {
  readonly budget: number;
  readonly ours: number;
  readonly theirs: number;
  /** Ours minus theirs. */
  readonly difference: number;
  /** 95 % confidence, where their spread is known. */
  readonly interval: readonly [number, number] | null;
  /** `equal`: zero is within the interval, or (of medians) neither is better. */
  readonly verdict: 'better' | 'equal' | 'worse';
}

/** Whether a reference is the measure of a contestant: the same label, or the same names where it gives no options. */
export function isMeasureOf({ measures }: Reference, label: string): boolean {
  const names = label.replace(/\([^)]*\)/g, '');
  return measures === label || (!measures.includes('(') && measures === names);
}

export function compare(
  { better, summary }: Pick<Problem, 'better' | 'summary'>,
  ours: Readonly<Record<number, Summary>>,
  reference: Reference,
): Comparison[] {
  return Object.entries(reference.reached).flatMap(([key, { mean: theirs, deviation }]) => {
    const budget = Number(key);
    const reached = ours[budget];
    if (reached === undefined) return [];
    const value = reached[summary];
    const difference = value - theirs;
    const known = summary === 'mean' && deviation !== undefined && !Number.isNaN(reached.error);
    const half = known ? 1.96 * Math.sqrt(reached.error ** 2 + deviation ** 2 / reference.runs) : 0;
    const ahead = better === 'lower' ? -difference : difference;
    const verdict = ahead > half ? 'better' : ahead < -half ? 'worse' : 'equal';
    const interval = known ? ([difference - half, difference + half] as const) : null;
    return [{ budget, ours: value, theirs, difference, interval, verdict } satisfies Comparison];
  });
}
