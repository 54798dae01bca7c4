import * as z from 'zod';

export const differentialEvolutionOptions = z
  .strictObject({
    population: z.int().min(4).max(1000).default(20).meta({
      title: 'Population',
      description: 'Members, each of which is replaced by a better child only. So many start at random.',
    }),
    strategy: z.enum(['current-to-pbest/1/bin', 'rand/1/bin', 'best/1/bin']).default('current-to-pbest/1/bin').meta({
      title: 'Strategy',
      description:
        'Where a child comes from: the member itself on its way to one of the best, with control parameters that adapt (JADE); a random member; or the best.',
    }),
    differentialWeight: z.number().min(0.01).max(2).default(0.5).meta({
      title: 'Differential weight F',
      description: 'How far a difference of two members reaches. rand/1/bin and best/1/bin only.',
    }),
    crossoverProbability: z.number().min(0).max(1).default(0.9).meta({
      title: 'Crossover probability CR',
      description: 'Share of the parameters that a child takes from the mutant. rand/1/bin and best/1/bin only.',
    }),
  })
  .meta({ title: 'Differential evolution', description: 'Storn and Price 1997, JADE (Zhang and Sanderson 2009).' });

export type DifferentialEvolutionOptions = z.infer<typeof differentialEvolutionOptions>;
