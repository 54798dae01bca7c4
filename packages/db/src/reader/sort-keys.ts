/** One expression of a sort that is never null. */
export interface SortKey<Node> {
  readonly sql: string;
  readonly type: 'text' | 'integer' | 'double precision' | 'bigint' | 'uuid';
  /** The expression's value for a row, from what was read of it. */
  of(node: Node): string | number;
}

/**
 * A total order: every key in the same direction, the last one unique. So a page goes on with one row comparison,
 * `(a, b, number) > (…)`, which an index on the same expressions answers without reading what came before.
 */
export interface Sort<Node> {
  readonly keys: readonly SortKey<Node>[];
  readonly order: 'ASC' | 'DESC';
  /** Names the sort in cursors. */
  readonly identity: string;
}

/** The value that puts a missing number last. */
export function lastNumber(order: 'ASC' | 'DESC'): number {
  return order === 'ASC' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** The same in SQL; the text is that of the expression indexes. */
export function nullsLast(expression: string, order: 'ASC' | 'DESC'): string {
  return `coalesce(${expression}, '${order === 'ASC' ? '' : '-'}infinity')`;
}
