import type { FinishedTrial, HistoryFold, Objective } from '@cambium/core';
import { refineGroups } from './co-occurring-groups.js';
import { encodePoint } from './encode-point.js';
import { ObservationTable } from './observation-table.js';
import { parameterAxis } from './parameter-axis.js';
import { insertSorted, withRoom } from './sorted-rows.js';

/** What a finished trial says besides its point. */
export interface Outcome {
  /** 0: complete. 1: pruned. 2: breaks a constraint. */
  readonly rank: 0 | 1 | 2;
  /** One per objective, less is better; Infinity where nothing finite was measured. */
  readonly losses: readonly number[];
  readonly lastStep: number;
  readonly violation: number;
}

export interface Observations {
  readonly table: ObservationTable;
  /** By row. */
  readonly outcomes: Outcome[];
  /** Rows, best first. Of several objectives all complete ones count as equal. Has room for more than there are. */
  ranking: Int32Array;
  /** How many rows are complete: they are the first of the ranking. */
  complete: number;
  /** Parameters that were always active together. */
  groups: readonly (readonly number[])[];
}

/** All that was told, ready for the models: O(d log n) and a little moving of memory for each trial. */
export const observations: HistoryFold<Observations> = {
  start: ({ space }) => ({
    table: new ObservationTable(space.parameters.map(({ domain }) => parameterAxis(domain))),
    outcomes: [],
    ranking: new Int32Array(0),
    complete: 0,
    groups: [],
  }),
  add(all, trial, { space, objectives }) {
    const outcome = outcomeOf(trial, objectives);
    if (outcome === undefined) return all;
    const { table, outcomes } = all;
    const point = encodePoint(space, table.axes, trial.params);
    const row = table.count;
    table.add(trial.number, point);
    outcomes.push(outcome);
    all.ranking = withRoom(all.ranking, row + 1);
    // `!` and `as`: the ranking holds rows of this table.
    insertSorted(all.ranking, row, { row, compare: (a, b) => compareOutcomes(outcomes[a]!, outcomes[b]!) });
    if (outcome.rank === 0) all.complete++;
    all.groups = refineGroups(all.groups, point);
    return all;
  },
};

/** Undefined for trials that say nothing: failed, cancelled, or complete without finite values. */
export function outcomeOf(trial: FinishedTrial, objectives: readonly Objective[]): Outcome | undefined {
  const { state, lastStep, violation } = trial;
  if (state === 'failed' || state === 'cancelled') return undefined;
  const rank = violation > 0 || state === 'infeasible' ? 2 : state === 'pruned' ? 1 : 0;
  const losses = objectives.map(({ direction }, index) => {
    const value = trial.values?.[index] ?? Number.NaN;
    if (!Number.isFinite(value)) return Infinity;
    return direction === 'maximize' ? -value : value;
  });
  if (rank === 0 && losses.includes(Infinity)) return undefined;
  return { rank, losses, lastStep, violation };
}

/**
 * Complete trials by value, then pruned ones (further is better, then the value), then those that break constraints by how
 * much. Values of several objectives are not compared here.
 */
function compareOutcomes(a: Outcome, b: Outcome): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank === 2) return a.violation - b.violation;
  if (a.rank === 1 && a.lastStep !== b.lastStep) return b.lastStep - a.lastStep;
  if (a.losses.length > 1) return 0;
  const [left = 0] = a.losses;
  const [right = 0] = b.losses;
  return left < right ? -1 : left > right ? 1 : 0;
}
