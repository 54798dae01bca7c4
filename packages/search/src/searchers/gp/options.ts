import * as z from 'zod';

/** Defaults are Optuna's, as far as it has them. */
export const gpOptions = z
  .strictObject({
    startupTrials: z.int().min(2).max(10_000).default(10).meta({
      title: 'Start-up trials',
      description: 'Trials from a Sobol sequence before the first model.',
    }),
    candidates: z.int().min(16).max(16_384).default(512).meta({
      title: 'Candidates',
      description: 'Points spread over the space at which the acquisition is looked at before the best are refined.',
    }),
    observations: z.int().min(32).max(2000).default(300).meta({
      title: 'Observations',
      description:
        'Trials that the models predict from, once there are more: some of the best, of the newest and of the others. An ask takes their square.',
    }),
    encoding: z.enum(['parameters', 'path']).default('parameters').meta({
      title: 'Architectures as',
      description:
        'parameters: what stands where in a cell. path: which sequences of operations lead through it, where the space knows (nasbench201, darts-cells).',
    }),
    trustRegion: z.enum(['auto', 'on', 'off']).default('auto').meta({
      title: 'Trust region',
      description:
        'Search near the best point only, in a box that grows with success (TuRBO). auto: with more than 20 parameters and one objective.',
    }),
  })
  .meta({ title: 'Gaussian process', description: 'Bayesian optimisation with Gaussian processes.' });

export type GpOptions = z.infer<typeof gpOptions>;
