import type { ComparedExperimentsQueryVariables } from '@cambium/graphql';

/** As many as there are colours for lines. */
export const mostCompared = 8;

/** What the search's progress is drawn over: device seconds, or trials that have ended. */
export type CostAxis = 'seconds' | 'trials';

/** What is compared, as the URL says it. */
export interface CompareState {
  /** Each once. */
  readonly ids: readonly string[];
  readonly by: CostAxis;
}

/** Reads the query string, as `URLSearchParams.getAll` gives it. */
export function parseCompareState(getAll: (name: string) => readonly string[]): CompareState {
  const ids = [...new Set(getAll('id').filter((id) => id !== ''))];
  return { ids, by: getAll('by')[0] === 'trials' ? 'trials' : 'seconds' };
}

export function compareHref({ ids, by }: CompareState): string {
  const query = new URLSearchParams(ids.map((id) => ['id', id]));
  if (by !== 'seconds') query.set('by', by);
  return `/experiments/compare?${query}`;
}

/** Whether the API is asked for them: not for none, and not for more than are compared. */
export function canBeRead({ ids }: CompareState): boolean {
  return ids.length >= 1 && ids.length <= mostCompared;
}

/** Rows of each experiment; more improvements than this a search has hardly. */
const costPoints = 1000;

/** The same on the server and in the browser, so that the browser finds the server's answer in its cache. */
export function comparedVariables(ids: readonly string[]): ComparedExperimentsQueryVariables {
  return { ids: [...ids], first: mostCompared, maxPoints: costPoints };
}
