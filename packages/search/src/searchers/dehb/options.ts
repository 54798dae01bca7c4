import * as z from 'zod';
import { hyperbandOptions } from '../hyperband/options.js';

/** Defaults are those of the paper. */
export const dehbOptions = hyperbandOptions
  .extend({
    differentialWeight: z.number().gt(0).max(2).default(0.5).meta({
      title: 'Differential weight',
      description: 'F: how much of the difference of two designs is added to a third; more explores more.',
    }),
    crossoverRate: z.number().min(0).max(1).default(0.5).meta({
      title: 'Crossover rate',
      description: 'The chance that a parameter is taken from the mutant; one of them always is.',
    }),
  })
  .meta({ title: 'DEHB', description: 'Hyperband with differential evolution (Awad et al. 2021).' });

export type DehbOptions = z.infer<typeof dehbOptions>;
