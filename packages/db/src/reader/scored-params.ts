import type { ScoredParams } from '@cambium/core';
import type { EntityManager } from 'typeorm';

export async function readScoredParams(
  manager: EntityManager,
  experimentIds: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly ScoredParams[]>> {
  const rows: readonly (ScoredParams & { readonly experiment_id: string })[] = await manager.query(
    `select scored.* from unnest(cast($1 as uuid[])) as asked (id)
     cross join lateral (
       select t.experiment_id, t.params, t.first_value as value from trials t join experiments e on e.id = t.experiment_id
       where t.experiment_id = asked.id and t.mode is null and t.state = 'complete' and t.violation = 0
         and t.first_value is not null and coalesce(t.fidelity, e.max_step) >= e.max_step
       order by t.number desc limit $2
     ) scored`,
    [experimentIds, most],
  );
  const found = new Map(experimentIds.map((id) => [id, [] as ScoredParams[]]));
  for (const { experiment_id, params, value } of rows) found.get(experiment_id)?.push({ params, value: Number(value) });
  return found;
}
