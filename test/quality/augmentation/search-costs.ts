import { type Summary, summarize } from '../statistics/summarize.js';
import { policiesJudged, type SearchSize } from './methods.js';
import type { MethodRun } from './run-method.js';

/** What a search by Fast AutoAugment costs on one data set, held against AutoAugment's seed by seed. */
export interface SearchCost {
  readonly dataset: string;
  /** Policies that it judges. */
  readonly judged: number;
  /** Its seconds as a share of those that AutoAugment's search takes for as many policies, at its seconds for each. */
  readonly share: Summary;
}

/** One for each data set with a seed that both have searched with. */
export function searchCosts(
  runs: readonly MethodRun[],
  setting: Pick<SearchSize, 'trials' | 'judged'>,
): readonly SearchCost[] {
  const judged = policiesJudged(setting);
  return [...new Set(runs.map(({ dataset }) => dataset))].flatMap((dataset): SearchCost[] => {
    const own = runs.filter((run) => run.dataset === dataset);
    const secondsOf = (method: string) =>
      new Map(own.flatMap((run) => (run.method === method ? [[run.seed, run.searchSeconds] as const] : [])));
    const trained = secondsOf('autoaugment');
    const shares = [...secondsOf('fast-autoaugment')].flatMap(([seed, seconds]) => {
      const others = trained.get(seed);
      return others === undefined ? [] : [seconds / ((others / setting.trials) * judged)];
    });
    return shares.length === 0 ? [] : [{ dataset, judged, share: summarize(shares) }];
  });
}

export function costLines(costs: readonly SearchCost[]): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return costs.map(({ dataset, judged, share: { mean, interval, runs } }) => {
    const [low, high] = interval;
    const certainty = runs > 1 ? ` [${percent(low)}, ${percent(high)}] of ${runs}` : '';
    return `${dataset}: a search by fast-autoaugment, which judges ${judged} policies, costs ${percent(mean)}${certainty} of what autoaugment takes to train with as many`;
  });
}
