import { twoSidedP } from './student.js';
import { type Summary, summarize } from './summarize.js';

/** How far one of two is ahead, pair by pair, and p of the two-sided t-test. */
export interface PairedComparison {
  readonly ahead: Summary;
  readonly p: number;
}

/** Of at least two differences. */
export function pairedT(differences: readonly number[]): PairedComparison {
  const ahead = summarize(differences);
  if (ahead.error === 0) return { ahead, p: ahead.mean === 0 ? 1 : 0 };
  return { ahead, p: twoSidedP(ahead.mean / ahead.error, differences.length - 1) };
}
