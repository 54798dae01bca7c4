import { hasOwnDesign } from '@cambium/core';
import { jsonRecord } from '../../lib/json-record.js';

interface ComparedTrial {
  readonly number: number;
  readonly mode: string | null;
  readonly params: unknown;
}

/** So many trials before the best one and after it may be what it is compared with. */
const reach = 20;

export interface NearRange {
  readonly min: number;
  readonly max: number;
}

export function nearRange(number: number): NearRange {
  return { min: Math.max(0, number - reach), max: number + reach };
}

/**
 * The trial that one is compared with if nobody says: the best, for the best itself the nearest of another architecture,
 * of two the earlier. Null: there is none near.
 */
export function otherTrial(trial: ComparedTrial, best: number | null, near: readonly ComparedTrial[]): number | null {
  if (best !== null && best !== trial.number) return best;
  const distance = ({ number }: ComparedTrial) => Math.abs(number - trial.number);
  const others = near.filter((each) => hasOwnDesign(each) && architectureKey(each) !== architectureKey(trial));
  return others.toSorted((a, b) => distance(a) - distance(b) || a.number - b.number)[0]?.number ?? null;
}

/** The same of trials of one space whose architectures are the same. */
function architectureKey({ params }: ComparedTrial): string {
  const entries = Object.entries(jsonRecord(params)).filter(([name]) => name.startsWith('arch.'));
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
