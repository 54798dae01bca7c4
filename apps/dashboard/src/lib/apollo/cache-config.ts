import type { InMemoryCacheConfig } from '@apollo/client';

/** Objects without an id of their own belong to the one that holds them: merge what different queries ask of them. */
const merged = { merge: true } as const;

export const cacheConfig: InMemoryCacheConfig = {
  typePolicies: {
    // Its id is a name within its own architecture: networks of one space share them.
    ArchitectureNode: { keyFields: false },
    Architecture: merged,
    Design: merged,
    SharedWeights: merged,
    Augmentation: merged,
    TrialCounts: merged,
    Catalog: merged,
    TrialFailure: merged,
  },
};
