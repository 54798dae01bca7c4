import type { JsonObject } from '@cambium/core';

/** How large the searches of all methods are. */
export interface SearchSize {
  /** Policies that AutoAugment trains with, and of which RandAugment's grid has as many at most. */
  readonly trials: number;
  /** Policies that Fast AutoAugment judges without a training. */
  readonly judged: number;
  readonly population: number;
  /** Epochs of a training. */
  readonly epochs: number;
}

/** A way to find a policy, as the part of a specification that it is. */
export interface AugmentationMethod {
  readonly name: string;
  readonly spec: (size: SearchSize) => JsonObject;
  /** What the task takes besides. */
  readonly settings?: (size: SearchSize) => JsonObject;
}

/** Ten sub-policies, without flips and crops before them, which would hide what a policy adds. */
const autoaugment = { dialect: 'autoaugment', subPolicies: 10 };

/**
 * Policies that Fast AutoAugment judges in the search below: what its budget leaves beside the two folds and the three policies
 * that it trains with by default.
 */
export const policiesJudged = ({ judged }: Pick<SearchSize, 'judged'>) => 2 * Math.ceil(judged / 2) - 2;

/** One point, and nothing to search. */
const fixed = (policy: string) => ({
  space: { aug: { dialect: 'published', policies: [policy] } },
  budget: { maxTrials: 1 },
  warmStart: { points: [{}] },
});

/** What all are held against, then the searches. */
export const augmentationMethods: readonly AugmentationMethod[] = [
  { name: 'none', spec: () => fixed('none') },
  { name: 'trivialaugment', spec: () => fixed('trivialaugment-wide') },
  {
    name: 'randaugment',
    spec: ({ trials }) => ({
      space: { aug: { dialect: 'randaugment', subset: 'all', counts: [1, 2, 3] } },
      // The grid: three counts, and as many magnitudes as the trials allow.
      searcher: { name: 'grid', options: { points: Math.max(2, Math.floor(trials / 3)) } },
      budget: { maxTrials: 3 * Math.max(2, Math.floor(trials / 3)) },
    }),
  },
  {
    name: 'autoaugment',
    spec: ({ trials }) => ({
      space: { aug: autoaugment },
      searcher: { name: 'reinforce' },
      budget: { maxTrials: trials },
    }),
  },
  {
    name: 'fast-autoaugment',
    spec: ({ judged }) => ({
      space: { aug: autoaugment },
      searcher: { name: 'fast-autoaugment', options: { folds: 2, searches: Math.ceil(judged / 2) } },
      budget: { maxTrials: 2 + 2 * Math.ceil(judged / 2) + 1 },
    }),
  },
  {
    name: 'dada',
    spec: () => ({
      space: { aug: autoaugment },
      // The default is for batches of 128 images.
      searcher: { name: 'dada', options: { standalone: 1, policyLearningRate: 0.05 } },
      budget: { maxTrials: 2 },
    }),
    settings: ({ epochs }) => ({ relaxedPolicy: { epochs } }),
  },
  {
    name: 'faster-autoaugment',
    spec: () => ({
      space: { aug: autoaugment },
      searcher: { name: 'faster-autoaugment', options: { standalone: 1 } },
      budget: { maxTrials: 2 },
    }),
    settings: ({ epochs }) => ({ relaxedPolicy: { epochs } }),
  },
  {
    name: 'pba',
    spec: ({ population, epochs }) => {
      const interval = Math.max(1, Math.round(epochs / 5));
      return {
        space: { aug: { dialect: 'population' } },
        searcher: {
          name: 'pbt',
          options: { population, interval, resampleProbability: 0.2, ordinalSteps: [0, 1, 2, 3] },
        },
        budget: { maxTrials: population * Math.ceil(epochs / interval) },
      };
    },
  },
];
