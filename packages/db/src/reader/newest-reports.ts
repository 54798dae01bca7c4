import type { Report } from '@cambium/core';
import type { EntityManager } from 'typeorm';

interface ReportRow {
  readonly trial_id: string;
  readonly attempt_id: string;
  readonly step: number;
  readonly metrics: Report['metrics'];
  readonly at: string;
}

/** The newest `most` reports of each trial, over all its attempts; by trial, attempt epoch, then step. */
export async function newestReports(
  manager: EntityManager,
  trialIds: readonly string[],
  most: number,
): Promise<readonly Report[]> {
  const rows: readonly ReportRow[] = await manager.query(
    `select trial_id, attempt_id, step, metrics, at
     from (
       select r.*, a.epoch, row_number() over (partition by r.trial_id order by a.epoch desc, r.step desc) as age
       from reports r join attempts a on a.id = r.attempt_id where r.trial_id = any($1)
     ) ranked
     where age <= $2 order by trial_id, epoch, step`,
    [trialIds, most],
  );
  return rows.map(({ trial_id, attempt_id, step, metrics, at }) => ({
    trialId: trial_id,
    attemptId: attempt_id,
    step,
    metrics,
    at: Number(at),
  }));
}
