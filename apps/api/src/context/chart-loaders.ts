import type {
  CostColumns,
  CurvesQuery,
  ExperimentReader,
  FrontMember,
  HistoryColumns,
  MetricCurves,
  ObjectiveColumns,
  Report,
  ScoredParams,
} from '@cambium/core';
import { type NetworkScores, networkScores } from '@cambium/search';
import DataLoader from 'dataloader';
import { batchBy } from './batch-by.js';
import { checkAnswerSize } from './check-answer-size.js';
import { groupBy } from './group-by.js';

export interface HistoryKey {
  readonly experimentId: string;
  readonly maxPoints: number;
}

export interface CurvesKey extends Omit<CurvesQuery, 'experimentIds'> {
  readonly experimentId: string;
}

export interface ReportsKey {
  readonly trialId: string;
  readonly last: number;
}

export interface ChartLoaders {
  readonly history: DataLoader<HistoryKey, HistoryColumns, string>;
  readonly costs: DataLoader<HistoryKey, CostColumns, string>;
  readonly objectives: DataLoader<HistoryKey, ObjectiveColumns, string>;
  readonly front: DataLoader<string, readonly FrontMember[]>;
  readonly networkScores: DataLoader<string, readonly NetworkScores[]>;
  readonly scoredParams: DataLoader<string, readonly ScoredParams[]>;
  readonly curves: DataLoader<CurvesKey, MetricCurves, string>;
  readonly reports: DataLoader<ReportsKey, readonly Report[], string>;
}

/** Of all experiments or trials of one list together. */
const mostPoints = 100_000;
const mostCurves = 5_000;
const mostReports = 100_000;
/** Newest trials that importances are computed from. */
const mostScored = 2_000;
/** Experiments whose networks are compared in one answer. */
const mostCompared = 50;

/** Chart data of several experiments or trials (a list with charts in it) in one statement for each kind of chart. */
export function createChartLoaders(reader: ExperimentReader, { cache }: { cache: boolean }): ChartLoaders {
  const options = { cache, cacheKeyFn: (key: object) => JSON.stringify(key) };
  const points = <Columns>(what: string, read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Columns>>) =>
    new DataLoader(async (keys: readonly HistoryKey[]) => {
      const each = Math.max(...keys.map(({ maxPoints }) => maxPoints));
      checkAnswerSize(what, { owners: keys.length, each, most: mostPoints });
      const columns = await read([...new Set(keys.map(({ experimentId }) => experimentId))]);
      return keys.map(({ experimentId }) => columns.get(experimentId) as Columns);
    }, options);
  return {
    history: points('points of histories', (ids) => reader.histories(ids)),
    costs: points('points of cost histories', (ids) => reader.costs(ids)),
    objectives: points('points of objectives', (ids) => reader.objectives(ids)),
    front: new DataLoader(
      async (ids) => {
        const fronts = await reader.fronts(ids);
        return ids.map((id) => fronts.get(id) ?? []);
      },
      { cache },
    ),
    networkScores: new DataLoader(
      async (ids) => {
        checkAnswerSize('experiments with shared weights', { owners: new Set(ids).size, each: 1, most: mostCompared });
        const found = await reader.networkTrials([...new Set(ids)]);
        return ids.map((id) => networkScores(found.get(id) ?? []));
      },
      { cache },
    ),
    scoredParams: new DataLoader(
      async (ids) => {
        checkAnswerSize('experiments with importances', { owners: new Set(ids).size, each: 1, most: mostCompared });
        const found = await reader.scoredParams([...new Set(ids)], mostScored);
        return ids.map((id) => found.get(id) ?? []);
      },
      { cache },
    ),
    curves: new DataLoader(
      batchBy<CurvesKey, MetricCurves>(
        (key) => JSON.stringify({ ...key, experimentId: undefined }),
        async (keys) => {
          const [query] = keys;
          checkAnswerSize('curves', { owners: keys.length, each: query.maxTrials, most: mostCurves });
          const experimentIds = keys.map(({ experimentId }) => experimentId);
          const curves = await reader.curves({ ...query, experimentIds });
          return experimentIds.map((id) => curves.get(id) as MetricCurves);
        },
      ),
      options,
    ),
    reports: new DataLoader(
      batchBy<ReportsKey, readonly Report[]>(
        ({ last }) => String(last),
        async (keys) => {
          const [{ last }] = keys;
          checkAnswerSize('reports', { owners: keys.length, each: last, most: mostReports });
          const trialIds = keys.map(({ trialId }) => trialId);
          const byTrial = groupBy(await reader.reportsOf(trialIds, last), ({ trialId }) => trialId);
          return trialIds.map((id) => byTrial.get(id) ?? []);
        },
      ),
      options,
    ),
  };
}
