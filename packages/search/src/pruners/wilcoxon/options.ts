import * as z from 'zod';

/** Defaults are Optuna's. */
export const wilcoxonOptions = z
  .strictObject({
    pValue: z.number().gt(0).lt(1).default(0.1).meta({
      title: 'p-value',
      description: 'A trial is stopped when so small a chance is left that it is as good as the best; less stops less.',
    }),
    minSteps: z.int().min(2).max(1_000_000).default(2).meta({
      title: 'Grace steps',
      description: 'Instances that are compared before anything is stopped.',
    }),
  })
  .meta({ title: 'Wilcoxon', description: 'Signed-rank test against the best trial, instance by instance.' });
