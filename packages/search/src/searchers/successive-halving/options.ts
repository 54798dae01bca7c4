import * as z from 'zod';
import { hyperbandOptions } from '../hyperband/options.js';

export const successiveHalvingOptions = hyperbandOptions
  .extend({
    trials: z.int().min(2).max(1_000_000).optional().meta({
      title: 'Trials',
      description: 'New designs in one round. Empty: so many that one of them reaches the last step.',
    }),
  })
  .meta({ title: 'Successive halving', description: 'The most exploring bracket of Hyperband, again and again.' });

export type SuccessiveHalvingOptions = z.infer<typeof successiveHalvingOptions>;
