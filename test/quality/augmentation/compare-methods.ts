import { type PairedComparison, pairedT } from '../statistics/paired-t.js';
import { type Summary, summarize } from '../statistics/summarize.js';
import type { MethodRun } from './run-method.js';

/** One method on one data set, held against others seed by seed. */
export interface MethodResult {
  readonly dataset: string;
  readonly method: string;
  readonly accuracy: Summary;
  readonly searchSeconds: Summary;
  readonly against: readonly Comparison[];
}

export interface Comparison extends PairedComparison {
  readonly method: string;
  readonly verdict: 'better' | 'worse' | 'not told apart';
}

export const opponents: readonly string[] = ['none', 'trivialaugment'];

export function compareMethods(runs: readonly MethodRun[]): MethodResult[] {
  const groups = groupBy(runs, keyOf);
  return [...groups.values()].flatMap((own): MethodResult[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { dataset, method } = first;
    return [
      {
        dataset,
        method,
        accuracy: summarize(own.map(({ accuracy }) => accuracy)),
        searchSeconds: summarize(own.map(({ searchSeconds }) => searchSeconds)),
        against: opponents
          .filter((opponent) => opponent !== method)
          .flatMap((opponent) => compare(own, groups.get(keyOf({ dataset, method: opponent })) ?? [], opponent)),
      },
    ];
  });
}

const keyOf = ({ dataset, method }: Pick<MethodRun, 'dataset' | 'method'>) => JSON.stringify([dataset, method]);

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Of the seeds that both have; none where these are too few for a test. */
function compare(own: readonly MethodRun[], others: readonly MethodRun[], method: string): Comparison[] {
  const bySeed = new Map(others.map(({ seed, accuracy }) => [seed, accuracy]));
  const differences = own.flatMap(({ seed, accuracy }) => {
    const other = bySeed.get(seed);
    return other === undefined ? [] : [accuracy - other];
  });
  if (differences.length < 2) return [];
  const { ahead, p } = pairedT(differences);
  const verdict = p >= 0.05 ? 'not told apart' : ahead.mean > 0 ? 'better' : 'worse';
  return [{ method, ahead, p, verdict }];
}

export function resultLines(results: readonly MethodResult[]): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  return results.map(({ dataset, method, accuracy, searchSeconds, against }) => {
    const held = against.map(
      ({ method: other, ahead, p, verdict }) =>
        `${percent(ahead.mean)} ahead of ${other} (p ${p.toPrecision(2)}, ${verdict})`,
    );
    const [low, high] = accuracy.interval;
    const reached = `${percent(accuracy.mean)} [${percent(low)}, ${percent(high)}] of ${accuracy.runs}`;
    return [`${dataset}, ${method}: ${reached}, search ${searchSeconds.mean.toFixed(0)} s`, ...held].join('; ');
  });
}
