import type { HistoryColumns, MetricCurve, TrialState } from '@cambium/core';
import type { EntityManager } from 'typeorm';

/** One array per column, made by the database: a hundred thousand trials are three values on the wire. */
export async function readHistory(manager: EntityManager, experimentId: string): Promise<HistoryColumns> {
  const [row]: readonly [HistoryColumns] = await manager.query(
    `select coalesce(array_agg(number order by number), '{}') as number,
            coalesce(array_agg(first_value order by number), '{}') as value,
            coalesce(array_agg(state order by number), '{}') as state
     from trials
     where experiment_id = $1 and state in ('complete', 'pruned') and first_value is not null
       and mode is distinct from 'final'`,
    [experimentId],
  );
  return { number: row.number, value: row.value, state: row.state };
}

interface CurveRow {
  readonly trial_number: number;
  readonly state: TrialState;
  readonly total: string;
  readonly step: readonly number[];
  readonly value: readonly (number | null)[];
}

/**
 * Curves of one metric, each from its trial's newest attempt, in two steps inside one statement: choose the trials, then
 * read only their reports.
 */
export async function readCurves(
  manager: EntityManager,
  query: { experimentId: string; metric: string; maxTrials: number },
): Promise<{ curves: readonly MetricCurve[]; totalCount: number }> {
  const rows: readonly CurveRow[] = await manager.query(
    `with direction as (
       select case when spec -> 'objectives' -> 0 ->> 'direction' = 'minimize' then 1 else -1 end as sign
       from experiments where id = $1
     ), having_curve as (
       select t.number, t.state, a.id as attempt_id, t.first_value * direction.sign as cost
       from trials t join attempts a on a.trial_id = t.id and a.epoch = t.epoch, direction
       where t.experiment_id = $1 and exists (
         select 1 from reports r where r.attempt_id = a.id and json_typeof(r.metrics -> cast($2 as text)) is not null)
     ), ranked as (
       select *, count(*) over () as total,
              row_number() over (order by (state = 'running') desc, cost nulls last, number) as place
       from having_curve
     )
     select c.number as trial_number, c.state, c.total,
            array_agg(r.step order by r.step) as step,
            array_agg(cast(r.metrics ->> cast($2 as text) as double precision) order by r.step) as value
     from ranked c join reports r on r.attempt_id = c.attempt_id and json_typeof(r.metrics -> cast($2 as text)) is not null
     where c.place <= $3 or c.state = 'running'
     group by c.number, c.state, c.total, c.place order by c.place`,
    [query.experimentId, query.metric, query.maxTrials],
  );
  const curves = rows.map(({ trial_number, state, step, value }) => ({
    trialNumber: trial_number,
    state,
    step,
    value,
  }));
  return { curves, totalCount: Number(rows[0]?.total ?? 0) };
}
