import * as z from 'zod';

/** Defaults are Optuna's. */
export const successiveHalvingOptions = z
  .strictObject({
    minSteps: z.int().min(1).max(1_000_000).optional().meta({
      title: 'Least steps',
      description: 'What every trial gets. Empty: a hundredth of the steps, at least 1.',
    }),
    eta: z.int().min(2).max(16).default(4).meta({
      title: 'Reduction factor',
      description: 'Of the trials at a rung the best 1/η go on, and rungs are a factor η apart.',
    }),
    earlyStoppingRate: z.int().min(0).max(20).default(0).meta({
      title: 'Early stopping rate',
      description:
        'The first so many rungs are left out: 0 stops most, each more gives every trial η times as many steps.',
    }),
  })
  .meta({ title: 'Successive halving', description: 'Stops all but the best share at each rung (Li et al. 2020).' });

export type SuccessiveHalvingOptions = z.infer<typeof successiveHalvingOptions>;
