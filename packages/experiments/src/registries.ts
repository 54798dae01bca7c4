import type { PrunerDefinition, Registry, SearcherDefinition, TaskManifest } from '@cambium/core';

/** What a specification may name. Dialects of the space belong to the spaces package. */
export interface Registries {
  readonly searchers: Registry<SearcherDefinition>;
  readonly pruners: Registry<PrunerDefinition>;
  readonly tasks: Registry<TaskManifest>;
}
