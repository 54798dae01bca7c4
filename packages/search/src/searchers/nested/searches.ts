import type { Params, SearchContext } from '@cambium/core';
import type { FindSearchers } from '../../composite/compose-searcher.js';
import { definitionOf } from '../../composite/inner-searcher.js';
import { type SubBudget, type SubSearch, subSearch } from '../../composite/sub-search.js';
import type { NestedOptions } from './options.js';

type Context = SearchContext<NestedOptions>;

/** Over the outer branches, with all others at the start. */
export function outerSearch(searchers: FindSearchers, context: Context, start: Params): SubSearch {
  return searchOf(searchers, context, { part: 'outer', base: start });
}

/** Over the inner branches, around an outer point. */
export function innerSearch(searchers: FindSearchers, context: Context, point: Params): SubSearch {
  return searchOf(searchers, context, { part: 'inner', base: point });
}

function searchOf(
  searchers: FindSearchers,
  { space, maxStep, options }: Context,
  { part, base }: { readonly part: 'outer' | 'inner'; readonly base: Params },
): SubSearch {
  const { branches, searcher } = options[part];
  return subSearch(space, {
    searcher: definitionOf(searchers, searcher),
    options: searcher.options,
    branches,
    base,
    steps: maxStep,
    maxStep,
  });
}

/** At each outer point: one where there is nothing to search inside of it, all where there is nothing around it. */
export function innerTrials({ space, options: { outer, inner } }: Context): number {
  const has = (branches: readonly string[]) => space.parameters.some(({ branch }) => branches.includes(branch));
  if (!has(inner.branches)) return 1;
  return has(outer.branches) ? inner.trials : Number.POSITIVE_INFINITY;
}

export function innerBudget(context: Context): SubBudget {
  const { maxTrials, maxParallel } = context.budget;
  return { maxTrials: Math.min(innerTrials(context), maxTrials), maxParallel };
}

export function outerBudget(context: Context): SubBudget {
  const { maxTrials, maxParallel } = context.budget;
  return { maxTrials: Math.max(1, Math.floor(maxTrials / innerTrials(context))), maxParallel };
}
