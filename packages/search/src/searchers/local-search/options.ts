import * as z from 'zod';

export const localSearchOptions = z
  .strictObject({
    step: z.number().min(0.001).max(0.5).default(0.25).meta({
      title: 'First step',
      description: 'How far the neighbours of a number are at first, as a share of its range.',
    }),
    smallestStep: z.number().min(0.0001).max(0.5).default(0.01).meta({
      title: 'Smallest step',
      description: 'Steps are halved where no neighbour is better, and below this one a new climb begins.',
    }),
  })
  .meta({ title: 'Local search', description: 'First-improvement hill climbing with random restarts.' });

export type LocalSearchOptions = z.infer<typeof localSearchOptions>;
