import * as z from 'zod';

export const hyperbandOptions = z
  .strictObject({
    minSteps: z.int().min(1).max(1_000_000).default(1).meta({
      title: 'Grace steps',
      description: 'No trial is stopped before it has reported this step.',
    }),
    eta: z.int().min(2).max(16).default(3).meta({
      title: 'Reduction factor',
      description: 'Of the trials at a rung the best 1/η go on, and rungs are a factor η apart.',
    }),
  })
  .meta({ title: 'Hyperband', description: 'Successive halving from several first rungs at once (Li et al. 2018).' });
