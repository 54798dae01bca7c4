import type { ArtifactLink, Attempt, FrozenExperiment, Trial, TrialRun } from '@cambium/core';
import DataLoader from 'dataloader';
import { type ChartLoaders, createChartLoaders } from './chart-loaders.js';
import { groupBy } from './group-by.js';
import type { ApiDatabase } from './services.js';
import { createTrialPageLoaders, type TrialPageLoaders } from './trial-page-loaders.js';

/** One statement for all keys that are asked for in one tick. */
export interface Loaders extends TrialPageLoaders, ChartLoaders {
  readonly frozenExperiment: DataLoader<string, FrozenExperiment | undefined>;
  readonly trialByNumber: DataLoader<{ experimentId: string; number: number }, Trial | undefined, string>;
  readonly lineages: DataLoader<string, readonly Trial[]>;
  readonly finalTrials: DataLoader<string, readonly Trial[]>;
  readonly baselines: DataLoader<string, readonly Trial[]>;
  readonly newestRuns: DataLoader<string, readonly TrialRun[]>;
  readonly attempts: DataLoader<string, readonly Attempt[]>;
  readonly artifacts: DataLoader<string, readonly ArtifactLink[]>;
}

/** Of a population's descendants only the last are of interest. */
const longestLineage = 100;

/** So many trials say at which pace a search goes at present. */
const runsForPace = 50;

/** @param options.cache false for subscriptions, whose one context serves many messages: each must read anew. */
export function createLoaders(database: ApiDatabase, { cache }: { cache: boolean }): Loaders {
  const { reader } = database;
  const grouped = <T>(read: (ids: readonly string[]) => Promise<readonly T[]>, keyOf: (row: T) => string) =>
    new DataLoader<string, readonly T[]>(
      async (ids) => {
        const rows = groupBy(await read(ids), keyOf);
        return ids.map((id) => rows.get(id) ?? []);
      },
      { cache },
    );
  return {
    ...createTrialPageLoaders(reader, { cache }),
    ...createChartLoaders(reader, { cache }),
    frozenExperiment: new DataLoader(
      async (ids) => {
        const experiments = await reader.frozenExperiments(ids);
        const byId = new Map(experiments.map((experiment) => [experiment.id, experiment]));
        return ids.map((id) => byId.get(id));
      },
      { cache },
    ),
    trialByNumber: new DataLoader(
      async (keys) => {
        const trials = await reader.trialsByNumbers(keys);
        const byKey = new Map(trials.map((trial) => [numberKey(trial), trial]));
        return keys.map((key) => byKey.get(numberKey(key)));
      },
      { cache, cacheKeyFn: numberKey },
    ),
    lineages: new DataLoader(
      async (ids) => {
        const lineages = await reader.lineages(ids, longestLineage);
        return ids.map((id) => lineages.get(id) ?? []);
      },
      { cache },
    ),
    finalTrials: grouped(
      (ids) => reader.trialsOfMode(ids, 'final'),
      ({ experimentId }) => experimentId,
    ),
    baselines: grouped(
      (ids) => reader.trialsOfMode(ids, 'baseline'),
      ({ experimentId }) => experimentId,
    ),
    newestRuns: grouped(
      (ids) => reader.newestRuns(ids, runsForPace),
      ({ experimentId }) => experimentId,
    ),
    attempts: grouped(
      (ids) => reader.attemptsOf(ids),
      ({ trialId }) => trialId,
    ),
    artifacts: grouped(
      (ids) => reader.artifactsOf(ids),
      ({ trialId }) => trialId,
    ),
  };
}

const numberKey = ({ experimentId, number }: { experimentId: string; number: number }) => `${experimentId}/${number}`;
