import type { ExperimentTransaction, Params } from '@cambium/core';
import { spentCount } from './ledger.js';

/** The next of the points to begin with, while there are some. They are the first trials of the search. */
export function givenPoint({
  experiment,
}: ExperimentTransaction): { readonly params: Params; readonly index: number } | null {
  const { counts, spec } = experiment;
  const index = spentCount(counts) + counts.infeasible;
  const params = spec.warmStart?.points[index];
  return params === undefined ? null : { params, index };
}
