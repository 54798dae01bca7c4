import type { NetworkTrial } from '@cambium/core';
import type { EntityManager } from 'typeorm';

/** As `jsonb`, params are the same whatever the order of their names. Of many candidates only those with a partner leave. */
export async function readNetworkTrials(
  manager: EntityManager,
  experimentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NetworkTrial[]>> {
  const rows: readonly (NetworkTrial & { readonly experiment_id: string })[] = await manager.query(
    `with scored as materialized (
       select experiment_id, number, state, mode, params, values, cast(params as jsonb) as design from trials
       where experiment_id = any($1) and state = 'complete' and first_value is not null
         and (mode is null or mode = 'shared-weights')
     ), both_ways as (
       select experiment_id, design from scored
       group by experiment_id, design having bool_or(mode is null) and bool_or(mode is not null)
     )
     select experiment_id, number, state, mode, params, values from scored join both_ways using (experiment_id, design)
     order by experiment_id, number`,
    [experimentIds],
  );
  const found = new Map(experimentIds.map((id) => [id, [] as NetworkTrial[]]));
  for (const { experiment_id, ...trial } of rows) found.get(experiment_id)?.push(trial);
  return found;
}
