import type { Issue, SearcherDefinition } from '@cambium/core';

/** A searcher that a specification uses, and where it names it. */
export interface UsedSearcher {
  readonly searcher: SearcherDefinition;
  /** As its own schema gives them; undefined where they could not be read. They stand beside the name. */
  readonly options: unknown;
  /** Of its name; starts at the specification. */
  readonly path: Issue['path'];
}

/** The experiment's searcher, and those within it as far as its options could be read. */
export function usedSearchers(searcher: SearcherDefinition | undefined, options: unknown): readonly UsedSearcher[] {
  if (searcher === undefined) return [];
  return [
    { searcher, options, path: ['searcher', 'name'] },
    ...innerSearchers(searcher, options, ['searcher', 'options']),
  ];
}

function innerSearchers(searcher: SearcherDefinition, options: unknown, at: Issue['path']): readonly UsedSearcher[] {
  if (options === undefined) return [];
  return (searcher.inner?.(options) ?? []).flatMap((inner) => {
    const path = [...at, ...inner.path];
    return [
      { searcher: inner.searcher, options: inner.options, path: [...path, 'name'] },
      ...innerSearchers(inner.searcher, inner.options, [...path, 'options']),
    ];
  });
}
