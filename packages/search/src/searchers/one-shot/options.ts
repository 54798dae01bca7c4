import * as z from 'zod';
import { candidates, standalone } from '../../supernet/shared-options.js';

/** Defaults of single path one-shot (Guo et al. 2020), but for the number of candidates: 1,000 there. */
export const oneShotOptions = z
  .strictObject({
    sampling: z.enum(['uniform', 'fair']).default('uniform').meta({
      title: 'Sampling of paths',
      description: 'uniform: one path a step. fair: each step uses every option of every choice once (FairNAS).',
    }),
    search: z.enum(['evolution', 'random']).default('evolution').meta({
      title: 'Search for candidates',
      description: 'evolution goes on from the best so far; random is the baseline of Li and Talwalkar.',
    }),
    candidates: candidates(100),
    population: z.int().min(2).max(10_000).default(25).meta({
      title: 'Population',
      description: 'Candidates of a generation; the next one waits for all of them.',
    }),
    parents: z.int().min(1).max(10_000).default(10).meta({
      title: 'Parents',
      description: 'The best so far that crossovers and mutants are made of.',
    }),
    mutation: z.number().min(0).max(1).default(0.1).meta({
      title: 'Mutation probability',
      description: 'Chance of each parameter of a mutant to be drawn again.',
    }),
    standalone,
  })
  .meta({ title: 'Single path one-shot', description: 'One supernet, many candidates, one winner.' });

export type OneShotOptions = z.infer<typeof oneShotOptions>;
