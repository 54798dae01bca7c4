import type { Experiment, ExperimentFilter, ExperimentSort } from '@cambium/core';
import { isUuid } from '../entities/columns.js';
import { nestedSql } from './filter-sql.js';
import type { Sort, SortKey } from './sort-keys.js';
import type { SqlParameters } from './sql-parameters.js';

const byId: SortKey<Experiment> = { sql: 'e.id', type: 'uuid', of: (experiment) => experiment.id };

/** The order of a list of experiments `e`. */
export function experimentSort({ field, order }: ExperimentSort): Sort<Experiment> {
  const leading: SortKey<Experiment> =
    field === 'name'
      ? { sql: 'e.name', type: 'text', of: (experiment) => experiment.spec.name }
      : { sql: 'e.created_at', type: 'bigint', of: (experiment) => experiment.createdAt };
  return { keys: [leading, byId], order, identity: JSON.stringify([field, order]) };
}

/** A condition on the experiments `e`. Names are compared without regard to case; `%` and `_` mean themselves. */
export function experimentFilterSql(filter: ExperimentFilter, parameters: SqlParameters): string {
  return nestedSql(filter, ({ stateIn, nameContains, searcherIn, promoted, idIn, objective }) => {
    const parts: string[] = [];
    if (stateIn !== undefined) parts.push(`e.state = any(${parameters.add(stateIn, 'text[]')})`);
    if (nameContains !== undefined) {
      parts.push(`position(lower(${parameters.add(nameContains, 'text')}) in lower(e.name)) > 0`);
    }
    if (searcherIn !== undefined) parts.push(`e.searcher_name = any(${parameters.add(searcherIn, 'text[]')})`);
    if (promoted !== undefined) parts.push(`e.promotion is ${promoted ? 'not null' : 'null'}`);
    if (idIn !== undefined) parts.push(`e.id = any(${parameters.add(idIn.filter(isUuid), 'uuid[]')})`);
    if (objective !== undefined) {
      parts.push(
        `e.spec -> 'objectives' -> 0 ->> 'metric' = ${parameters.add(objective.metric, 'text')}`,
        `e.spec -> 'objectives' -> 0 ->> 'direction' = ${parameters.add(objective.direction, 'text')}`,
      );
    }
    return parts;
  });
}
