import * as z from 'zod';

export const hyperbandOptions = z
  .strictObject({
    minSteps: z.int().min(1).max(1_000_000).default(1).meta({
      title: 'Least steps',
      description: 'No trial gets less.',
    }),
    eta: z.int().min(2).max(16).default(3).meta({
      title: 'Reduction factor',
      description: 'The best 1/η of a rung go on to the next, η times as far.',
    }),
  })
  .meta({ title: 'Hyperband', description: 'Brackets of successive halving (Li et al. 2018).' });

export type HyperbandOptions = z.infer<typeof hyperbandOptions>;
