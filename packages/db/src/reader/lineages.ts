import type { Trial } from '@cambium/core';
import { Any, type EntityManager } from 'typeorm';
import { TrialEntity } from '../entities/trial.entity.js';
import { trialFromRow } from '../entities/trial-row.js';

/**
 * Follows each trial back in one statement, and reads the trials on the way in a second one. A trial is only built on earlier
 * ones, so that no chain runs in a circle.
 */
export async function readLineages(
  manager: EntityManager,
  trialIds: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly Trial[]>> {
  const links: readonly { readonly descendant: string; readonly id: string }[] = await manager.query(
    `with recursive chain as (
       select id as descendant, id, experiment_id, coalesce(parent, cast(built_on ->> 0 as integer)) as before, number, 1 as place
       from trials where id = any(cast($1 as uuid[]))
       union all
       select c.descendant, t.id, t.experiment_id, coalesce(t.parent, cast(t.built_on ->> 0 as integer)), t.number, c.place + 1
       from chain c join trials t on t.experiment_id = c.experiment_id and t.number = c.before and t.number < c.number
       where c.place < $2
     )
     select descendant, id from chain order by descendant, place desc`,
    [trialIds, most],
  );
  const rows = await manager.findBy(TrialEntity, { id: Any([...new Set(links.map(({ id }) => id))]) });
  const byId = new Map(rows.map((row) => [row.id, trialFromRow(row)]));
  const lineages = new Map(trialIds.map((id) => [id, [] as Trial[]]));
  for (const { descendant, id } of links) {
    const trial = byId.get(id);
    if (trial !== undefined) lineages.get(descendant)?.push(trial);
  }
  return lineages;
}
