import type { TrialOrder, TrialRowData } from '@cambium/ui';
import type { WindowState } from './view-state.js';

export interface TrialRows {
  /** The first rows of all that match, in order. */
  readonly rows: readonly TrialRowData[];
  readonly totalCount: number;
  /** Cursor of the next page; null when everything is loaded. */
  readonly after: string | null;
}

/**
 * Trials that changed, put where the server's order has them: within what is loaded, or counted only where they would
 * come after it. The server stays the one who sorts and filters; this keeps its answer true between two requests.
 */
export function mergeTrials(current: TrialRows, changed: readonly TrialRowData[], view: WindowState): TrialRows {
  if (changed.length === 0) return current;
  const newest = new Map(changed.map((row) => [row.id, row]));
  const before = new Map(current.rows.map((row) => [row.id, row]));
  const stay = current.rows.map((row) => newest.get(row.id) ?? row).filter((row) => matches(row, view));
  const last = current.rows.at(-1);
  const fresh = [...newest.values()].filter((row) => !before.has(row.id) && matches(row, view));
  const inside = fresh.filter((row) => current.after === null || !last || compareTrials(row, last, view.sort) < 0);
  const left = current.rows.length - stay.length;
  // A trial that was not loaded may have been counted before: only a new one surely was not.
  const added = fresh.filter((row) => row.state === 'waiting' || current.after === null).length;
  return {
    rows: [...stay, ...inside].sort((a, b) => compareTrials(a, b, view.sort)),
    totalCount: current.totalCount + added - left,
    after: current.after,
  };
}

function matches(row: TrialRowData, { states }: WindowState): boolean {
  return states.length === 0 || states.includes(row.state);
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
