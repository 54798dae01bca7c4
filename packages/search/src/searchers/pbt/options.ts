import * as z from 'zod';
import { populationOptions } from '../../population/population-options.js';

/** Defaults are those of Ray, which the paper leaves open. */
export const pbtOptions = populationOptions
  .extend({
    perturbation: z.number().gt(0).lt(1).default(0.2).meta({
      title: 'Perturbation',
      description: 'A number that is copied becomes larger or smaller by this share.',
    }),
    ordinalSteps: z.array(z.int().min(0).max(1000)).min(1).default([1]).meta({
      title: 'Steps of ordinals',
      description:
        'By how many choices an ordered one moves, up or down; one of these numbers is drawn. 0, 1, 2, 3 for augmentation policies.',
    }),
    resampleProbability: z.number().min(0).max(1).default(0.25).meta({
      title: 'Resampling probability',
      description: 'The chance that a parameter that is copied is drawn anew instead.',
    }),
  })
  .meta({ title: 'PBT', description: 'Population based training (Jaderberg et al. 2017).' });

export type PbtOptions = z.infer<typeof pbtOptions>;
