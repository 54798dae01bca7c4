import * as z from 'zod';

/** Defaults are those of NAS-Bench-201's comparison (Dong and Yang 2020). */
export const evolutionOptions = z
  .strictObject({
    population: z.int().min(2).max(1000).default(10).meta({
      title: 'Population',
      description: 'Trials that may become parents; the oldest leaves when a new one comes. So many start at random.',
    }),
    tournament: z.int().min(1).max(1000).default(3).meta({
      title: 'Tournament',
      description: 'Draws from the population of which the best becomes a parent; more is greedier.',
    }),
    crossover: z.number().min(0).max(1).default(0).meta({
      title: 'Crossover probability',
      description: 'Chance that a child mixes two parents instead of mutating one; 0 is the published algorithm.',
    }),
  })
  .meta({ title: 'Regularized evolution', description: 'Ageing evolution (Real et al. 2019).' });

export type EvolutionOptions = z.infer<typeof evolutionOptions>;
