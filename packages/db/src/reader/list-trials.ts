import type { Page, PageRequest, Trial, TrialFilter, TrialSort } from '@cambium/core';
import type { EntityManager } from 'typeorm';
import { TrialEntity } from '../entities/trial.entity.js';
import { trialFromRow } from '../entities/trial-row.js';
import { encodeCursor, listIdentity } from './cursors.js';
import { checkPageSize, keysetPage, orderBy, orderList, toPage } from './keyset-page.js';
import type { Sort } from './sort-keys.js';
import { SqlParameters } from './sql-parameters.js';
import { trialFilterSql } from './trial-filter.js';
import { trialSort } from './trial-sort.js';

const oldestFirst: TrialSort = { field: 'number', order: 'ASC' };

export function listTrials(
  manager: EntityManager,
  query: PageRequest & { experimentId: string; filter?: TrialFilter; sort?: TrialSort },
): Promise<Page<Trial>> {
  const parameters = new SqlParameters('sort');
  const sort = trialSort(query.sort ?? oldestFirst, parameters);
  const select = ofExperiment(manager, query.experimentId, query.filter).setParameters(parameters.values);
  const list = identityOf(query.experimentId, query.filter, sort);
  return keysetPage(select, { request: query, sort, list, toNode: trialFromRow });
}

export function countTrials(manager: EntityManager, experimentId: string, filter?: TrialFilter): Promise<number> {
  return ofExperiment(manager, experimentId, filter).getCount();
}

/** First pages of several experiments; the cursors go on in `listTrials`. */
export async function firstTrialPages(
  manager: EntityManager,
  query: { experimentIds: readonly string[]; first: number; filter?: TrialFilter; sort?: TrialSort },
): Promise<ReadonlyMap<string, Page<Trial>>> {
  checkPageSize(query.first);
  const parameters = new SqlParameters('list');
  const sort = trialSort(query.sort ?? oldestFirst, parameters);
  const filter = trialFilterSql(query.filter ?? {}, parameters);
  const select = manager.createQueryBuilder(TrialEntity, 't').where(
    `t.id in (
         select ranked.id from (
           select t.id, row_number() over (partition by t.experiment_id order by ${orderList(sort)}) as place
           from trials t where t.experiment_id = any(:experimentIds) and (${filter})
         ) ranked where ranked.place <= :most)`,
    { ...parameters.values, experimentIds: query.experimentIds, most: query.first + 1 },
  );
  orderBy(select, sort);
  const found = new Map<string, Trial[]>(query.experimentIds.map((id) => [id, []]));
  for (const row of await select.getMany()) found.get(row.experimentId)?.push(trialFromRow(row));
  return new Map(
    [...found].map(([experimentId, trials]) => {
      const list = identityOf(experimentId, query.filter, sort);
      return [experimentId, toPage(trials, query.first, (trial) => encodeCursor(list, sort, trial))];
    }),
  );
}

export async function countTrialsOf(
  manager: EntityManager,
  experimentIds: readonly string[],
  filter: TrialFilter = {},
): Promise<ReadonlyMap<string, number>> {
  const parameters = new SqlParameters('filter');
  const condition = trialFilterSql(filter, parameters);
  const rows = await manager
    .createQueryBuilder(TrialEntity, 't')
    .select('t.experiment_id', 'id')
    .addSelect('count(*)', 'count')
    .where('t.experiment_id = any(:experimentIds)', { experimentIds })
    .andWhere(`(${condition})`, parameters.values)
    .groupBy('t.experiment_id')
    .getRawMany<{ id: string; count: string }>();
  const counts = new Map(rows.map(({ id, count }) => [id, Number(count)]));
  return new Map(experimentIds.map((id) => [id, counts.get(id) ?? 0]));
}

function ofExperiment(manager: EntityManager, experimentId: string, filter: TrialFilter = {}) {
  const parameters = new SqlParameters('filter');
  const condition = trialFilterSql(filter, parameters);
  return manager
    .createQueryBuilder(TrialEntity, 't')
    .where('t.experiment_id = :experimentId', { experimentId })
    .andWhere(`(${condition})`, parameters.values);
}

function identityOf(experimentId: string, filter: TrialFilter | undefined, sort: Sort<Trial>): string {
  return listIdentity(['trials', experimentId, filter ?? {}, sort.identity]);
}
