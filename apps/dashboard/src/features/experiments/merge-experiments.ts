import type { ExperimentRowFragment } from '@cambium/graphql';
import type { ListState } from './list-state.js';

/** Experiments that changed, put into the rows that are shown: updated in place, added on top, or dropped by the filter. */
export function mergeExperiments(
  rows: readonly ExperimentRowFragment[],
  changed: readonly ExperimentRowFragment[],
  state: ListState,
): { rows: ExperimentRowFragment[]; added: number } {
  const newest = new Map(changed.map((row) => [row.id, row]));
  const known = new Set(rows.map((row) => row.id));
  const updated = rows.map((row) => newest.get(row.id) ?? row).filter((row) => matches(row, state));
  const fresh = [...newest.values()].filter((row) => !known.has(row.id) && matches(row, state));
  const all = [...updated, ...fresh].sort((a, b) => compare(a, b, state.sort));
  return { rows: all, added: all.length - rows.length };
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
