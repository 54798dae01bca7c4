import type { SortOrder, TrialFilter, TrialSortField, TrialState, TrialWindowQueryVariables } from '@cambium/graphql';
import type { TrialOrder } from '@cambium/ui';

export const trialStateNames: readonly TrialState[] = [
  'waiting',
  'running',
  'complete',
  'pruned',
  'failed',
  'cancelled',
  'infeasible',
];

/** Selection, filter and order that the table and every chart share, as the URL says them. */
export interface ViewState {
  /** Numbers of the selected trials. */
  readonly selected: readonly number[];
  readonly states: readonly TrialState[];
  readonly sort: TrialOrder;
  /** The metric of the learning curves; null: the first objective's, or the first reported one. */
  readonly metric: string | null;
}

export const trialPageSize = 100;
export const historyPoints = 1000;
const sortFields: readonly TrialSortField[] = ['number', 'value', 'state', 'duration', 'metric', 'param'];
const newestFirst: TrialOrder = { field: 'number', order: 'DESC' };

/** Reads the query string; what it doesn't know it leaves out. */
export function parseViewState(get: (name: string) => string | null): ViewState {
  const numbers = (get('trials') ?? '').split(',').map(Number);
  const named = get('state')?.split(',') ?? [];
  return {
    selected: get('trials') ? numbers.filter((n) => Number.isInteger(n) && n >= 0) : [],
    states: trialStateNames.filter((state) => named.includes(state)),
    sort: parseSort(get('sort')),
    metric: get('metric'),
  };
}

/** `param.DESC.hp.lr`: keys may have dots of their own. */
function parseSort(text: string | null): TrialOrder {
  const [field, order, ...key] = (text ?? '').split('.');
  const known = sortFields.find((each) => each === field);
  const needsKey = known === 'metric' || known === 'param';
  if (!known || (needsKey && key.length === 0)) return newestFirst;
  const direction: SortOrder = order === 'ASC' ? 'ASC' : 'DESC';
  return { field: known, order: direction, ...(needsKey ? { key: key.join('.') } : {}) };
}

function sortText(sort: TrialOrder): string {
  return [sort.field, sort.order, ...(sort.key ? [sort.key] : [])].join('.');
}

/** The query string of a state, without what is the default; empty or starting with `?`. */
export function viewQueryString({ selected, states, sort, metric }: ViewState): string {
  const query = new URLSearchParams();
  if (selected.length > 0) query.set('trials', selected.join(','));
  if (states.length > 0) query.set('state', states.join(','));
  if (sortText(sort) !== sortText(newestFirst)) query.set('sort', sortText(sort));
  if (metric !== null) query.set('metric', metric);
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** What of the state the trials' rows depend on. */
export type WindowState = Pick<ViewState, 'states' | 'sort'>;

export function windowKey({ states, sort }: WindowState): string {
  return `${states.join(',')}|${sortText(sort)}`;
}

/** The same on the server and in the browser, so that the browser finds the server's answer in its cache. */
export function windowVariables(id: string, { states, sort }: WindowState): TrialWindowQueryVariables {
  const filter: TrialFilter = states.length === 0 ? {} : { stateIn: [...states] };
  return { id, first: trialPageSize, filter, sort: { ...sort } };
}
