import * as z from 'zod';

export const populationOptions = z.strictObject({
  population: z.int().min(2).max(1000).default(16).meta({
    title: 'Population',
    description: 'Trainings side by side; at least as many as run in parallel, or some runners have nothing to do.',
  }),
  interval: z.int().min(1).max(1_000_000).optional().meta({
    title: 'Interval',
    description: 'Steps between two chances to copy a better member. Empty: a tenth of all steps.',
  }),
  quantile: z.number().gt(0).max(0.5).default(0.25).meta({
    title: 'Quantile',
    description: 'This share of the population, the worst, copies from as many of the best.',
  }),
  keep: z.array(z.string().min(1)).max(1000).default([]).meta({
    title: 'Keep',
    description:
      'Parameters that a training keeps from its start to its end, by name or branch (hp.units, aug). Architectures always are.',
  }),
});

export type PopulationOptions = z.infer<typeof populationOptions>;
