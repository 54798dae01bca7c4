import * as z from 'zod';

export const medianOptions = z
  .strictObject({
    startupTrials: z.int().min(1).max(1000).default(5).meta({
      title: 'Start-up trials',
      description: 'No trial is stopped until this many have run to their end.',
    }),
    minSteps: z.int().min(1).max(1_000_000).default(1).meta({
      title: 'Grace steps',
      description: 'No trial is stopped before it has reported this step.',
    }),
  })
  .meta({
    title: 'Median stopping',
    description: 'Stops trials that are worse than the median (Golovin et al. 2017).',
  });
