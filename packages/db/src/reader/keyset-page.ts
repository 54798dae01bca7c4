import { CambiumError, type Page, type PageRequest } from '@cambium/core';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { decodeCursor, encodeCursor } from './cursors.js';
import type { Sort } from './sort-keys.js';
import { SqlParameters } from './sql-parameters.js';

export const largestPage = 500;

/** @throws CambiumError `fix-input` when it is not an integer from 1 to 500. */
export function checkPageSize(first: number): void {
  if (Number.isInteger(first) && first >= 1 && first <= largestPage) return;
  const message = `A page has 1 to ${largestPage} rows, not ${first}.`;
  throw new CambiumError('fix-input', message, { issues: [{ path: ['first'], code: 'bad-page-size', message }] });
}

/** One page in one statement. `query` already has the list's filter. */
export async function keysetPage<Row extends ObjectLiteral, Node>(
  query: SelectQueryBuilder<Row>,
  options: { request: PageRequest; sort: Sort<Node>; list: string; toNode: (row: Row) => Node },
): Promise<Page<Node>> {
  const { request, sort, list, toNode } = options;
  checkPageSize(request.first);
  if (request.after !== undefined) {
    const parameters = new SqlParameters('after');
    const after = decodeCursor(list, sort, request.after);
    const values = sort.keys.map((key, i) => parameters.add(after[i], key.type));
    const comparison = sort.order === 'ASC' ? '>' : '<';
    query.andWhere(`(${keyList(sort)}) ${comparison} (${values.join(', ')})`, parameters.values);
  }
  orderBy(query, sort);
  const rows = await query.limit(request.first + 1).getMany();
  return toPage(rows.map(toNode), request.first, (node) => encodeCursor(list, sort, node));
}

export function orderBy<Row extends ObjectLiteral, Node>(query: SelectQueryBuilder<Row>, sort: Sort<Node>): void {
  for (const key of sort.keys) query.addOrderBy(key.sql, sort.order);
}

/** The sort as the inside of `order by`. */
export function orderList<Node>(sort: Sort<Node>): string {
  return sort.keys.map((key) => `${key.sql} ${sort.order}`).join(', ');
}

/** @param nodes up to one more than the page holds, which proves that there is a next page. */
export function toPage<Node>(nodes: readonly Node[], first: number, cursorOf: (node: Node) => string): Page<Node> {
  return {
    items: nodes.slice(0, first).map((node) => ({ cursor: cursorOf(node), node })),
    hasNextPage: nodes.length > first,
  };
}

function keyList<Node>(sort: Sort<Node>): string {
  return sort.keys.map((key) => key.sql).join(', ');
}
