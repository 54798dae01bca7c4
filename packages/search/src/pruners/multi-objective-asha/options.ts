import * as z from 'zod';

export const multiObjectiveAshaOptions = z
  .strictObject({
    minSteps: z.int().min(1).max(1_000_000).default(1).meta({
      title: 'Grace steps',
      description: 'The first rung: no trial is stopped before it has reported this step.',
    }),
    eta: z.number().min(1.5).max(16).default(3).meta({
      title: 'Reduction factor',
      description: 'Of the trials at a rung the best 1/η go on, and rungs are a factor η apart.',
    }),
  })
  .meta({ title: 'Multi-objective ASHA', description: 'ASHA by Pareto fronts (Schmucker et al. 2021).' });
