import type { Registry, SearcherDefinition } from '@cambium/core';

/** The registry of searchers; not to be called before all of them are made. */
export type FindSearchers = () => Registry<SearcherDefinition>;

/**
 * A searcher whose options name other searchers. It is made by the registry that it is listed in, so that it can look them
 * up there without importing it.
 */
export interface ComposedSearcher {
  compose(searchers: FindSearchers): SearcherDefinition;
}

/** @param compose makes the definition; it must look nothing up before an option is parsed. */
export function defineComposedSearcher(compose: (searchers: FindSearchers) => SearcherDefinition): ComposedSearcher {
  return { compose };
}

/**
 * The definitions of a list. What a composed searcher keeps holds states of others, so its state's version grows with each of
 * theirs: when any of them changes, the ledger replays the history.
 */
export function composeSearchers(
  list: readonly (SearcherDefinition | ComposedSearcher)[],
  searchers: FindSearchers,
): SearcherDefinition[] {
  const simple = list.flatMap((each) => ('compose' in each ? [] : [each]));
  const versions = simple.reduce((sum, { stateVersion }) => sum + stateVersion, 0);
  return list.map((each) => {
    if (!('compose' in each)) return each;
    const definition = each.compose(searchers);
    return { ...definition, stateVersion: definition.stateVersion * 1000 + versions };
  });
}
