import type { Range } from '@cambium/core';
import type { SqlParameters } from './sql-parameters.js';

interface Nested<Filter> {
  readonly and?: readonly Filter[];
  readonly or?: readonly Filter[];
}

/**
 * A condition of a filter: its own parts and its `and` all hold, and one of its `or`. An empty `and` holds, an empty
 * `or` does not.
 */
export function nestedSql<Filter extends Nested<Filter>>(filter: Filter, own: (filter: Filter) => string[]): string {
  const parts = own(filter);
  for (const part of filter.and ?? []) parts.push(nestedSql(part, own));
  if (filter.or !== undefined) {
    const alternatives = filter.or.map((part) => nestedSql(part, own));
    parts.push(alternatives.length === 0 ? 'false' : alternatives.join(' or '));
  }
  return parts.length === 0 ? 'true' : parts.map((part) => `(${part})`).join(' and ');
}

/** Bounds are included; a null expression is in no range, not even the unbounded one. */
export function rangeSql(expression: string, range: Range, parameters: SqlParameters): string {
  const parts = [`${expression} is not null`];
  if (range.min !== undefined) parts.push(`${expression} >= ${parameters.add(range.min, 'double precision')}`);
  if (range.max !== undefined) parts.push(`${expression} <= ${parameters.add(range.max, 'double precision')}`);
  return parts.join(' and ');
}
