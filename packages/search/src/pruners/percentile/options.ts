import * as z from 'zod';
import { medianOptions } from '../median/options.js';

export const percentileOptions = medianOptions
  .extend({
    percentile: z.number().min(0).max(100).default(25).meta({
      title: 'Percentile',
      description: 'A trial goes on while it would be among this many per cent of the finished ones; less stops more.',
    }),
  })
  .meta({ title: 'Percentile stopping', description: 'Stops trials that are not among the best per cent.' });

export type PercentileOptions = z.infer<typeof percentileOptions>;
