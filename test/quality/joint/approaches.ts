import type { JsonObject } from '@cambium/core';

/** A way to search several branches, as the part of a specification that it is. */
export interface Approach {
  readonly name: string;
  readonly searcher: JsonObject;
}

const architecture = {
  name: 'architecture',
  branches: ['arch'],
  searcher: { name: 'evolution', options: { population: 8, tournament: 3 } },
  share: 4,
  keep: 2,
  gate: { patience: 12, minImprovement: 0.002 },
};

/** The first is what the others are held against. */
export const approaches: readonly Approach[] = [
  { name: 'joint', searcher: { name: 'tpe' } },
  {
    name: 'staged',
    searcher: {
      name: 'staged',
      options: {
        stages: [
          architecture,
          { name: 'augmentation', branches: ['aug'], share: 3 },
          { name: 'training', branches: ['train'], share: 3 },
        ],
      },
    },
  },
  { name: 'branch-bandit', searcher: { name: 'branch-bandit' } },
  { name: 'random', searcher: { name: 'random' } },
];
