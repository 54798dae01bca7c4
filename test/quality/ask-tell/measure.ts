import { createRng, type FinishedTrial, type SearcherDefinition, type Suggestion } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch } from '@cambium/testkit/search';
import { medianOf } from '../statistics/summarize.js';

/** What asking and telling cost up to a number of trials. */
export interface Cost {
  readonly trials: number;
  /** Of all asks and tells up to here, in seconds of the processor. */
  readonly cpuSeconds: number;
  /** Median of the last ten asks up to here, in milliseconds by the clock: a busy machine spoils a mean. */
  readonly askMs: number;
}

export interface CostRun {
  readonly searcher: SearcherDefinition;
  readonly options: Readonly<Record<string, unknown>>;
  /** Floats in [0, 1]. */
  readonly dimension: number;
  /** In ascending order. */
  readonly trials: readonly number[];
  /** Seconds of the processor after which no further trial is asked for. */
  readonly limitSeconds: number;
}

const lastAsks = 10;

/** One search on Σ (x − 0.3)², evaluated in no time. Numbers of trials that the limit did not allow are left out. */
export function measureCost({ searcher, options, dimension, trials, limitSeconds }: CostRun): Cost[] {
  const most = trials.at(-1) ?? 0;
  const objectives = [{ metric: 'value', direction: 'minimize' }] as const;
  const space = floatSpace(dimension);
  const driver = driveSearch({ searcher, options, space, objectives, budget: { maxTrials: most }, store: (s) => s });
  const costs: Cost[] = [];
  const asks: number[] = [];
  const before = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  for (let number = 0; number < most; number++) {
    const startedAt = performance.now();
    const [suggestion] = driver.suggest({ rng: createRng(1).fork('search').fork(number), nextNumber: number });
    asks.push(performance.now() - startedAt);
    if (suggestion === undefined) break;
    driver.tell(evaluated(number, suggestion));
    if (trials.includes(number + 1)) {
      costs.push({ trials: number + 1, cpuSeconds: spent(), askMs: medianOf(asks.slice(-lastAsks)) });
    }
    // The clock of the processor is slow to read.
    if (number % 16 === 0 && spent() > limitSeconds) break;
  }
  return costs;
}

function floatSpace(dimension: number) {
  const hp = Object.fromEntries(
    Array.from({ length: dimension }, (_, i) => [`x${i + 1}`, { type: 'float', low: 0, high: 1 }]),
  );
  return requireSpace({ hp });
}

function evaluated(number: number, { params }: Suggestion): FinishedTrial {
  const value = Object.values(params).reduce<number>((sum, x) => sum + (Number(x) - 0.3) ** 2, 0);
  return complete({ number, params }, [value], { metrics: { value } });
}
