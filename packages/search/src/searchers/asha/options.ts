import * as z from 'zod';
import { hyperbandOptions } from '../hyperband/options.js';

export const ashaOptions = hyperbandOptions.meta({
  title: 'ASHA',
  description: 'Asynchronous successive halving (Li et al. 2020), with promotions.',
});

export type AshaOptions = z.infer<typeof ashaOptions>;
