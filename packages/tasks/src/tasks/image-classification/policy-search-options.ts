import * as z from 'zod';

const dada = z.object({
  policyLearningRate: z.number(),
  temperature: z.number(),
  candidates: z.number(),
  standalone: z.number(),
});

/**
 * What learning a policy reads of the options of its searcher, by the searcher's name; as with `searchMethodOptions` a test holds
 * these against the searchers' own.
 */
export const policySearchOptions = { dada };
