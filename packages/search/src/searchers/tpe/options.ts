import * as z from 'zod';

export const tpeOptions = z
  .strictObject({
    startupTrials: z.int().min(1).max(10_000).default(10).meta({
      title: 'Start-up trials',
      description: 'Spread-out random draws until this many trials were measured.',
    }),
    candidates: z.int().min(1).max(1000).default(24).meta({
      title: 'Candidates',
      description: 'Draws of which the most promising is taken; more is greedier.',
    }),
    multivariate: z.boolean().default(true).meta({
      title: 'Multivariate',
      description: 'Models parameters together, so that it learns what goes with what; else each by itself.',
    }),
    group: z.boolean().default(false).meta({
      title: 'Group',
      description: 'Models parameters together only where they are always active together.',
    }),
    weights: z.enum(['rank', 'equal']).default('rank').meta({
      title: 'Weights of the good',
      description: 'By rank: the best say more. Equal is what Optuna does; with several objectives they always are.',
    }),
    resolution: z.number().min(0).max(1).default(0.5).meta({
      title: 'Resolution',
      description:
        'How closely it searches around good trials: 0 as Optuna, 1 for smooth objectives without false optima.',
    }),
    constantLiar: z.boolean().default(true).meta({
      title: 'Constant liar',
      description: 'Counts running trials as bad, so that parallel ones spread.',
    }),
  })
  .meta({ title: 'Tree-structured Parzen estimator', description: 'One density for good trials, one for the others.' });

export type TpeOptions = z.infer<typeof tpeOptions>;
