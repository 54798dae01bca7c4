import type { Experiment, ExperimentFilter, ExperimentSort, Page, PageRequest } from '@cambium/core';
import type { EntityManager } from 'typeorm';
import { ExperimentEntity, experimentFromRow } from '../entities/experiment.entity.js';
import { listIdentity } from './cursors.js';
import { experimentFilterSql, experimentSort } from './experiment-list.js';
import { keysetPage } from './keyset-page.js';
import { SqlParameters } from './sql-parameters.js';

const newestFirst: ExperimentSort = { field: 'createdAt', order: 'DESC' };

export function listExperiments(
  manager: EntityManager,
  query: PageRequest & { workspaceId: string; filter?: ExperimentFilter; sort?: ExperimentSort },
): Promise<Page<Experiment>> {
  const sort = experimentSort(query.sort ?? newestFirst);
  return keysetPage(select(manager, query.workspaceId, query.filter), {
    request: query,
    sort,
    list: listIdentity(['experiments', query.workspaceId, query.filter ?? {}, sort.identity]),
    toNode: experimentFromRow,
  });
}

export function countExperiments(
  manager: EntityManager,
  workspaceId: string,
  filter?: ExperimentFilter,
): Promise<number> {
  return select(manager, workspaceId, filter).getCount();
}

function select(manager: EntityManager, workspaceId: string, filter: ExperimentFilter = {}) {
  const parameters = new SqlParameters('filter');
  const condition = experimentFilterSql(filter, parameters);
  return manager
    .createQueryBuilder(ExperimentEntity, 'e')
    .where('e.workspace_id = :workspaceId', { workspaceId })
    .andWhere(`(${condition})`, parameters.values);
}
