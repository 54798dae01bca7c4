import { searchers } from '@cambium/search';
import { requireSpace } from '@cambium/spaces';
import { runSearch } from '@cambium/testkit/search';

/** What every searcher of the registry suggests in one short search of a mixed, conditional space: name → suggestions. */
export function suggestionsOfAll(): Record<string, unknown> {
  const space = requireSpace({
    hp: {
      lr: { type: 'float', low: 1e-4, high: 1e-1, log: true },
      kind: { type: 'categorical', choices: ['a', 'b', 'c'] },
      layers: { type: 'int', low: 1, high: 3 },
      second: { type: 'ordinal', choices: [8, 16, 32, 64], when: { layers: { min: 2 } } },
    },
  });
  return Object.fromEntries(
    searchers.entries.map((searcher) => {
      const { suggestions } = runSearch({ searcher, space, seed: 7, trials: 25, parallel: 3, maxStep: 9 });
      return [searcher.name, suggestions];
    }),
  );
}
