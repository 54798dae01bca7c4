import type { TrialRun } from '@cambium/core';
import type { EntityManager } from 'typeorm';
import { ofSearch } from './trial-kind.js';

/** Walks each experiment's trials from the highest number down and stops after `first` of them. */
export async function readNewestRuns(
  manager: EntityManager,
  experimentIds: readonly string[],
  first: number,
): Promise<readonly TrialRun[]> {
  const rows: readonly { experiment_id: string; started_at: string; finished_at: string | null }[] =
    await manager.query(
      `select run.* from unnest(cast($1 as uuid[])) as experiment (id) cross join lateral (
       select experiment_id, started_at, finished_at from trials
       where experiment_id = experiment.id and started_at is not null and ${ofSearch}
       order by number desc limit $2
     ) as run`,
      [experimentIds, first],
    );
  return rows.map(({ experiment_id, started_at, finished_at }) => ({
    experimentId: experiment_id,
    startedAt: Number(started_at),
    finishedAt: finished_at === null ? null : Number(finished_at),
  }));
}
