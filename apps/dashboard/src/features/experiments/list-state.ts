import type { ExperimentListQueryVariables, ExperimentSortField, ExperimentState, SortOrder } from '@cambium/graphql';

export const experimentStates: readonly ExperimentState[] = [
  'created',
  'running',
  'paused',
  'complete',
  'stopped',
  'failed',
];

/** What the list shows, as the URL says it. */
export interface ListState {
  readonly search: string;
  readonly states: readonly ExperimentState[];
  readonly sort: { readonly field: ExperimentSortField; readonly order: SortOrder };
}

export const listPageSize = 50;
const newestFirst = { field: 'createdAt', order: 'DESC' } as const;

/** Reads the query string; what it doesn't know it leaves out. */
export function parseListState(get: (name: string) => string | null): ListState {
  const [field, order] = (get('sort') ?? '').split('.');
  const named = get('state')?.split(',') ?? [];
  return {
    search: get('q') ?? '',
    states: experimentStates.filter((state) => named.includes(state)),
    sort:
      field === 'name' || field === 'createdAt'
        ? { field, order: order === 'ASC' ? 'ASC' : 'DESC' }
        : { ...newestFirst },
  };
}

/** The query string of a state, without what is the default; empty or starting with `?`. */
export function listQueryString({ search, states, sort }: ListState): string {
  const query = new URLSearchParams();
  if (search !== '') query.set('q', search);
  if (states.length > 0) query.set('state', states.join(','));
  if (sort.field !== newestFirst.field || sort.order !== newestFirst.order)
    query.set('sort', `${sort.field}.${sort.order}`);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The same on the server and in the browser, so that the browser finds the server's answer in its cache. */
export function listVariables({ search, states, sort }: ListState): ExperimentListQueryVariables {
  const filter = {
    ...(search === '' ? {} : { nameContains: search }),
    ...(states.length === 0 ? {} : { stateIn: [...states] }),
  };
  return { first: listPageSize, filter, sort };
}
