import type { CurvesQuery, HistoryColumns, MetricCurve, MetricCurves, TrialState } from '@cambium/core';
import type { EntityManager } from 'typeorm';
import { onFrontSql } from './on-front.js';
import { ofSearch, trialKindSql } from './trial-kind.js';

const emptyHistory: HistoryColumns = { number: [], value: [], state: [], fidelity: [], candidate: [] };

/** One array per column, made by the database: a hundred thousand trials are four values on the wire. */
export async function readHistories(
  manager: EntityManager,
  experimentIds: readonly string[],
): Promise<ReadonlyMap<string, HistoryColumns>> {
  const rows: readonly (HistoryColumns & { readonly id: string })[] = await manager.query(
    `select experiment_id as id,
            array_agg(number order by number) as number,
            array_agg(first_value order by number) as value,
            array_agg(state order by number) as state,
            array_agg(fidelity order by number) as fidelity,
            array_agg(mode is null and state = 'complete' and violation = 0 order by number) as candidate
     from trials
     where experiment_id = any($1) and state in ('complete', 'pruned') and first_value is not null
       and ${ofSearch}
     group by experiment_id`,
    [experimentIds],
  );
  const byId = new Map(rows.map(({ id, ...columns }): [string, HistoryColumns] => [id, columns]));
  return new Map(experimentIds.map((id) => [id, byId.get(id) ?? emptyHistory]));
}

interface CurveRow {
  readonly experiment_id: string;
  readonly trial_number: number;
  readonly state: TrialState;
  readonly mode: string | null;
  readonly fidelity: number | null;
  readonly objective: number | null;
  readonly total: string;
  readonly step: readonly number[];
  readonly value: readonly (number | null)[];
}

/**
 * Curves of one metric, each from its trial's newest attempt, in two steps inside one statement: choose the trials, then
 * read only their reports. Those of baselines are few, and what the others are compared with: each that matches comes.
 */
export async function readCurves(
  manager: EntityManager,
  { experimentIds, metric, maxTrials, filter = {}, keep = [] }: CurvesQuery,
): Promise<ReadonlyMap<string, MetricCurves>> {
  const { stateIn, kindIn, number, onFront } = filter;
  const rows: readonly CurveRow[] = await manager.query(
    `with direction as (
       select id, max_step, case when spec -> 'objectives' -> 0 ->> 'direction' = 'minimize' then 1 else -1 end as sign
       from experiments where id = any($1)
     ), having_curve as (
       select t.experiment_id, t.number, t.state, t.mode, t.fidelity, t.first_value as objective, a.id as attempt_id,
              case when t.first_value is not null then coalesce(t.fidelity, direction.max_step) end as steps,
              t.first_value * direction.sign as cost, t.state in ('waiting', 'running') as unfinished,
              cast($4 as text[]) is null or t.state = any($4) as matches
       from direction join trials t on t.experiment_id = direction.id
            join attempts a on a.trial_id = t.id and a.epoch = t.epoch
       where t.number >= coalesce(cast($5 as double precision), t.number)
         and t.number <= coalesce(cast($6 as double precision), t.number)
         and (cast($8 as text[]) is null or ${trialKindSql} = any($8))
         and (cast($9 as boolean) is null or ${onFrontSql} = $9)
         and exists (
           select 1 from reports r where r.attempt_id = a.id and json_typeof(r.metrics -> cast($2 as text)) is not null)
     ), ranked as (
       select *, count(*) filter (where matches) over (partition by experiment_id) as total,
              row_number() over (partition by experiment_id
                order by matches desc, unfinished desc, steps desc nulls last, cost, number) as place
       from having_curve
     )
     select c.experiment_id, c.number as trial_number, c.state, c.mode, c.fidelity, c.objective, c.total,
            array_agg(r.step order by r.step) as step,
            array_agg(cast(r.metrics ->> cast($2 as text) as double precision) order by r.step) as value
     from ranked c join reports r on r.attempt_id = c.attempt_id and json_typeof(r.metrics -> cast($2 as text)) is not null
     where c.unfinished or (c.matches and (c.place <= $3 or c.mode = 'baseline' or c.number = any(cast($7 as integer[]))))
     group by c.experiment_id, c.number, c.state, c.mode, c.fidelity, c.objective, c.total, c.place order by c.place`,
    [
      experimentIds,
      metric,
      maxTrials,
      stateIn ?? null,
      number?.min ?? null,
      number?.max ?? null,
      keep,
      kindIn ?? null,
      onFront ?? null,
    ],
  );
  const found = new Map(experimentIds.map((id) => [id, { curves: [] as MetricCurve[], totalCount: 0 }]));
  for (const { experiment_id, trial_number, total, ...curve } of rows) {
    const own = found.get(experiment_id);
    if (own === undefined) continue;
    own.curves.push({ trialNumber: trial_number, ...curve });
    own.totalCount = Number(total);
  }
  return found;
}
