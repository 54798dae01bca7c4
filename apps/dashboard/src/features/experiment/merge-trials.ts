import type { TrialOrder, TrialRowData } from '@cambium/ui';
import { isShown, type WindowState } from './view-state.js';

/** What comes after the rows. `page`: more from this cursor on. `full`: more, but the table holds no more rows. */
export type NextRows =
  | { readonly kind: 'end' }
  | { readonly kind: 'page'; readonly after: string }
  | { readonly kind: 'full' };

export interface TrialRows {
  /** The first rows of all that match, in order. */
  readonly rows: readonly TrialRowData[];
  readonly next: NextRows;
}

/** The browser never holds a whole experiment. */
export const mostRows = 3000;

/**
 * Trials that changed, put where the server's order has them, if that is within what is loaded. The server stays the one
 * who sorts and filters; this keeps its answer true between two requests.
 */
export function mergeTrials(current: TrialRows, changed: readonly TrialRowData[], view: WindowState): TrialRows {
  if (changed.length === 0) return current;
  const { next } = current;
  const newest = new Map(changed.map((row) => [row.id, row]));
  const last = current.rows.at(-1);
  const isLoaded = (row: TrialRowData) => next.kind === 'end' || !last || compareTrials(row, last, view.sort) <= 0;
  const untouched = current.rows.filter((row) => !newest.has(row.id));
  const placed = [...newest.values()].filter((row) => isShown(row, view) && isLoaded(row));
  return limited(
    [...untouched, ...placed].sort((a, b) => compareTrials(a, b, view.sort)),
    next,
  );
}

/** The next page behind the rows. What is known already is newer there: events have kept it true. */
export function appendPage(current: TrialRows, page: TrialRows, view: WindowState): TrialRows {
  const known = new Set(current.rows.map((row) => row.id));
  const rows = [...current.rows, ...page.rows.filter((row) => !known.has(row.id))];
  return limited(
    rows.sort((a, b) => compareTrials(a, b, view.sort)),
    page.next,
  );
}

function limited(rows: readonly TrialRowData[], next: NextRows): TrialRows {
  return rows.length > mostRows || (rows.length === mostRows && next.kind === 'page')
    ? { rows: rows.slice(0, mostRows), next: { kind: 'full' } }
    : { rows, next };
}

/** The server's order: by the field, what lacks it last in both directions, ties by number. */
export function compareTrials(a: TrialRowData, b: TrialRowData, sort: TrialOrder): number {
  const sign = sort.order === 'ASC' ? 1 : -1;
  const x = sortValue(a, sort);
  const y = sortValue(b, sort);
  if (x === null || y === null) return x === y ? sign * (a.number - b.number) : x === null ? 1 : -1;
  // A conditional parameter may be a number here and a word there: numbers come first, in both directions.
  if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
  if (x !== y) return sign * (x < y ? -1 : 1);
  return sign * (a.number - b.number);
}

function sortValue(row: TrialRowData, { field, key = '' }: TrialOrder): number | string | null {
  switch (field) {
    case 'number':
      return row.number;
    case 'value':
      return row.values?.[0] ?? null;
    case 'state':
      return row.state;
    case 'duration':
      return row.durationMs;
    case 'metric':
      return row.metrics[key] ?? null;
    case 'param': {
      const value = row.params[key];
      return value === undefined || value === null
        ? null
        : typeof value === 'boolean'
          ? String(value)
          : (value as number);
    }
  }
}
