import type { ExperimentRowFragment } from '@cambium/graphql';
import type { ListState } from './list-state.js';

export interface LoadedExperiments {
  /** The first rows of all that match, in order. */
  readonly rows: readonly ExperimentRowFragment[];
  readonly totalCount: number;
  /** Cursor of the next page; null when everything is loaded. */
  readonly after: string | null;
  /** Experiments beyond the rows that have changed, and whether they match, as the total counts them. */
  readonly outside: ReadonlyMap<string, boolean>;
}

/**
 * Experiments that changed, put into the rows that are loaded: updated, added, or dropped by the filter. The order never
 * changes, so one that belongs among the rows and was not there did not match before. One beyond them may have been
 * counted or not: it is in `outside` of the result and was not before, and only the server can count.
 */
export function mergeExperiments(
  loaded: LoadedExperiments,
  changed: readonly ExperimentRowFragment[],
  state: ListState,
): LoadedExperiments {
  const newest = new Map(changed.map((row) => [row.id, row]));
  const known = new Map(loaded.rows.map((row) => [row.id, row]));
  const last = loaded.rows.at(-1);
  const isInside = (row: ExperimentRowFragment) =>
    loaded.after === null || last === undefined || compare(row, last, state.sort) <= 0;
  const updated = loaded.rows
    .map((row) => {
      const now = newest.get(row.id);
      return now && now.lastSeq >= row.lastSeq ? now : row;
    })
    .filter((row) => matches(row, state));
  const unknown = [...newest.values()].filter((row) => !known.has(row.id));
  const fresh = unknown.filter((row) => isInside(row) && matches(row, state));
  const rows = [...updated, ...fresh].sort((a, b) => compare(a, b, state.sort));
  const { outside, added } = countOutside(
    loaded.outside,
    unknown.filter((row) => !isInside(row)),
    state,
  );
  return { ...loaded, rows, outside, totalCount: loaded.totalCount + rows.length - loaded.rows.length + added };
}

export function appendExperiments(loaded: LoadedExperiments, page: LoadedExperiments): LoadedExperiments {
  const known = new Set(loaded.rows.map((row) => row.id));
  const rows = [...loaded.rows, ...page.rows.filter((row) => !known.has(row.id))];
  return { ...page, rows, outside: loaded.outside };
}

function countOutside(
  before: LoadedExperiments['outside'],
  changed: readonly ExperimentRowFragment[],
  state: ListState,
): { outside: LoadedExperiments['outside']; added: number } {
  const news = changed.filter((row) => before.get(row.id) !== matches(row, state));
  if (news.length === 0) return { outside: before, added: 0 };
  const outside = new Map([...before, ...news.map((row) => [row.id, matches(row, state)] as const)]);
  const turned = news.filter((row) => before.has(row.id));
  return { outside, added: turned.reduce((sum, row) => sum + (matches(row, state) ? 1 : -1), 0) };
}

function matches(row: ExperimentRowFragment, { search, states }: ListState): boolean {
  if (states.length > 0 && !states.includes(row.state)) return false;
  return row.name.toLowerCase().includes(search.toLowerCase());
}

function compare(a: ExperimentRowFragment, b: ExperimentRowFragment, sort: ListState['sort']): number {
  const sign = sort.order === 'ASC' ? 1 : -1;
  const [x, y] = sort.field === 'name' ? [a.name, b.name] : [a.createdAt, b.createdAt];
  return sign * (x < y ? -1 : x > y ? 1 : 0);
}
