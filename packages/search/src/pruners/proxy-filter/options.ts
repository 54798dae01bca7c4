import * as z from 'zod';

export const proxyFilterOptions = z
  .strictObject({
    metric: z.string().min(1).default('params').meta({
      title: 'Judged by',
      description: 'A metric that needs no training: params, flops, or a proxy that the task’s settings name.',
    }),
    direction: z.enum(['maximize', 'minimize']).default('maximize').meta({
      title: 'Best is',
      description: 'What counts as promising: the highest (maximize) or the lowest (minimize).',
    }),
    quantile: z.number().min(0).max(1).default(0.5).meta({
      title: 'Quantile',
      description:
        'A trial is trained if its score is at least this quantile of those judged before it, trained or not.',
    }),
    startupTrials: z.int().min(1).max(1_000_000).default(10).meta({
      title: 'Start-up trials',
      description: 'The first so many trials are trained whatever they score.',
    }),
  })
  .meta({ title: 'Zero-cost filter', description: 'Ends trials before their training by a score that costs none.' });

export type ProxyFilterOptions = z.infer<typeof proxyFilterOptions>;
