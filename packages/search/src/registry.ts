import { createRegistry, type PrunerDefinition, type Registry, type SearcherDefinition } from '@cambium/core';
import { composeSearchers } from './composite/compose-searcher.js';
import { prunerList } from './pruners/pruner-list.gen.js';
import { searcherList } from './searchers/searcher-list.gen.js';

/** Every searcher, one for each folder under searchers/. */
export const searchers: Registry<SearcherDefinition> = createRegistry<SearcherDefinition>(
  'searcher',
  composeSearchers(searcherList, () => searchers),
);

/** Every pruner, one for each folder under pruners/. */
export const pruners: Registry<PrunerDefinition> = createRegistry<PrunerDefinition>('pruner', prunerList);
