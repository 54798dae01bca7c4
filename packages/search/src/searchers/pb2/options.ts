import * as z from 'zod';
import { populationOptions } from '../../population/population-options.js';

export const pb2Options = populationOptions
  .extend({
    population: populationOptions.shape.population.unwrap().default(8).meta({
      title: 'Population',
      description: 'Trainings side by side; at least as many as run in parallel, or some runners have nothing to do.',
    }),
    candidates: z.int().min(1).max(10_000).default(256).meta({
      title: 'Candidates',
      description: 'Draws of which the most promising is taken.',
    }),
  })
  .meta({ title: 'PB2', description: 'Population based bandits (Parker-Holder et al. 2020).' });

export type Pb2Options = z.infer<typeof pb2Options>;
