import * as z from 'zod';

/** What genetic algorithms of several objectives share. */
export const geneticOptions = {
  population: z.int().min(4).max(1000).default(50).meta({
    title: 'Population',
    description: 'Trials that may become parents. So many start at random.',
  }),
  crossoverProbability: z.number().min(0).max(1).default(0.9).meta({
    title: 'Crossover probability',
    description: 'Chance that a child has two parents instead of one.',
  }),
  mutations: z.number().min(0).max(100).default(1).meta({
    title: 'Mutations',
    description: 'Parameters of a child that mutate, on average.',
  }),
};

/** How near to its parents a child stays (SBX), and to itself a mutant (polynomial mutation). */
export function distributionIndices(crossover: number) {
  return {
    crossoverEta: z.number().min(0).max(1000).default(crossover).meta({
      title: 'Crossover distribution index',
      description: 'Of numbers: higher keeps children nearer to their parents.',
    }),
    mutationEta: z.number().min(0).max(1000).default(20).meta({
      title: 'Mutation distribution index',
      description: 'Of numbers: higher makes mutations smaller.',
    }),
  };
}
