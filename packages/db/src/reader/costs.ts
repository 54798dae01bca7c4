import type { CostColumns } from '@cambium/core';
import type { EntityManager } from 'typeorm';
import { ofSearch } from './trial-kind.js';

const none: CostColumns = {
  number: [],
  value: [],
  fidelity: [],
  deviceMs: [],
  ended: [],
  total: { deviceMs: 0, ended: 0 },
};

interface CostRow extends Omit<CostColumns, 'total'> {
  readonly id: string;
  readonly total_ms: number;
  readonly total_ended: number;
}

/**
 * A running sum over the search's attempts by their end: those that ended in the same millisecond are all in it. A trial
 * ends with its newest attempt, which has the trial's epoch.
 */
export async function readCosts(
  manager: EntityManager,
  experimentIds: readonly string[],
): Promise<ReadonlyMap<string, CostColumns>> {
  const rows: readonly CostRow[] = await manager.query(
    `with closed as (
       select t.experiment_id, t.number, t.first_value, t.fidelity, a.ended_at, a.ended_at - a.started_at as took,
              a.epoch = t.epoch and t.state not in ('waiting', 'running') as ends,
              a.epoch = t.epoch and t.state = 'complete' and t.mode is null and t.violation = 0
                and t.first_value is not null as candidate
       from trials t join attempts a on a.trial_id = t.id
       where t.experiment_id = any($1) and a.ended_at is not null and ${ofSearch}
     ), counted as (
       select *, cast(sum(took) over so_far as double precision) as device_ms,
              cast(count(*) filter (where ends) over so_far as integer) as ended
       from closed window so_far as (partition by experiment_id order by ended_at)
     )
     select experiment_id as id,
            coalesce(array_agg(number order by ended_at, number) filter (where candidate), '{}') as number,
            coalesce(array_agg(first_value order by ended_at, number) filter (where candidate), '{}') as value,
            coalesce(array_agg(fidelity order by ended_at, number) filter (where candidate), '{}') as fidelity,
            coalesce(array_agg(device_ms order by ended_at, number) filter (where candidate), '{}') as "deviceMs",
            coalesce(array_agg(ended order by ended_at, number) filter (where candidate), '{}') as ended,
            max(device_ms) as total_ms, max(ended) as total_ended
     from counted group by experiment_id`,
    [experimentIds],
  );
  const byId = new Map(
    rows.map(({ id, total_ms, total_ended, ...columns }): [string, CostColumns] => [
      id,
      { ...columns, total: { deviceMs: total_ms, ended: total_ended } },
    ]),
  );
  return new Map(experimentIds.map((id) => [id, byId.get(id) ?? none]));
}
