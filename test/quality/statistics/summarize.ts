import { criticalT } from './student.js';

/** What several runs come to. */
export interface Summary {
  readonly runs: number;
  readonly mean: number;
  readonly median: number;
  /** Of the runs, with n − 1. */
  readonly deviation: number;
  /** Standard error of the mean. */
  readonly error: number;
  /** The 95 % confidence interval of the mean. */
  readonly interval: readonly [number, number];
}

export function summarize(values: readonly number[]): Summary {
  const runs = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / runs;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = runs < 2 ? Number.NaN : Math.sqrt(squares / (runs - 1));
  const error = deviation / Math.sqrt(runs);
  const half = runs < 2 ? Number.NaN : criticalT(runs - 1) * error;
  return { runs, mean, median: medianOf(values), deviation, error, interval: [mean - half, mean + half] };
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => (a === b ? 0 : a - b));
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)] as number, sorted[Math.ceil(middle)] as number];
  return low === high ? low : (low + high) / 2;
}
