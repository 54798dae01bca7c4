import * as z from 'zod';

/** Defaults are Optuna's. */
export const tpeOptions = z
  .strictObject({
    startupTrials: z.int().min(1).max(10_000).default(10).meta({
      title: 'Start-up trials',
      description: 'Random draws until this many trials were measured.',
    }),
    candidates: z.int().min(1).max(1000).default(24).meta({
      title: 'Candidates',
      description: 'Draws for each parameter of which the most promising is taken; more is greedier.',
    }),
  })
  .meta({ title: 'Tree-structured Parzen estimator', description: 'One density for good trials, one for the others.' });

export type TpeOptions = z.infer<typeof tpeOptions>;
