import type { FrontMember, ObjectiveColumns } from '@cambium/core';
import { Any, type EntityManager } from 'typeorm';
import { FrontMemberEntity, frontMemberFromRow } from '../entities/front-member.entity.js';
import { ofSearch } from './trial-kind.js';

const none: ObjectiveColumns = { number: [], values: [], state: [], fidelity: [], candidate: [] };

/** One array per column, made by the database: a hundred thousand trials are five values on the wire. */
export async function readObjectives(
  manager: EntityManager,
  experimentIds: readonly string[],
): Promise<ReadonlyMap<string, ObjectiveColumns>> {
  const rows: readonly (ObjectiveColumns & { readonly id: string })[] = await manager.query(
    `select experiment_id as id,
            array_agg(number order by number) as number,
            json_agg(values order by number) as values,
            array_agg(state order by number) as state,
            array_agg(fidelity order by number) as fidelity,
            array_agg(mode is null and state = 'complete' and violation = 0 order by number) as candidate
     from trials
     where experiment_id = any($1) and state in ('complete', 'pruned') and first_value is not null and ${ofSearch}
     group by experiment_id`,
    [experimentIds],
  );
  const byId = new Map(rows.map(({ id, ...columns }): [string, ObjectiveColumns] => [id, columns]));
  return new Map(experimentIds.map((id) => [id, byId.get(id) ?? none]));
}

export async function readFronts(
  manager: EntityManager,
  experimentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FrontMember[]>> {
  const rows = await manager.find(FrontMemberEntity, {
    where: { experimentId: Any([...experimentIds]) },
    order: { number: 'ASC' },
  });
  const found = new Map(experimentIds.map((id) => [id, [] as FrontMember[]]));
  for (const row of rows) found.get(row.experimentId)?.push(frontMemberFromRow(row));
  return found;
}
