import * as z from 'zod';

export const cmaEsOptions = z
  .strictObject({
    population: z.int().min(4).max(10_000).optional().meta({
      title: 'Population',
      description:
        'Samples of one generation; more is slower and more global. Left out: 4 + ⌊3 ln d⌋ for d parameters, and at least half the parallel trials.',
    }),
    sigma0: z
      .number()
      .min(0.001)
      .max(1)
      .default(1 / 6)
      .meta({
        title: 'Initial step size',
        description: 'Standard deviation of the first generation, as a share of each parameter’s range.',
      }),
    mean: z.enum(['center', 'random']).default('center').meta({
      title: 'Initial mean',
      description: 'Where the first generation lies when no results are known yet. Restarts always begin at random.',
    }),
    restarts: z.enum(['ipop', 'bipop']).default('bipop').meta({
      title: 'Restarts',
      description:
        'What follows when a run has converged: ipop doubles the population each time, bipop takes turns between that and short runs with small populations and steps.',
    }),
    tolerance: z.number().min(1e-14).max(0.1).default(1e-11).meta({
      title: 'Tolerance',
      description:
        'A run has converged when its standard deviation is below this share of the range in every continuous parameter.',
    }),
  })
  .meta({
    title: 'CMA-ES',
    description: 'Covariance matrix adaptation evolution strategy (Hansen 2016), with margin for stepped parameters.',
  });

export type CmaEsOptions = z.infer<typeof cmaEsOptions>;
