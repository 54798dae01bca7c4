import * as z from 'zod';

const shared = { policyLearningRate: z.number(), temperature: z.number(), standalone: z.number() };
const dada = z.object({ ...shared, candidates: z.number() });
const fasterAutoAugment = z.object({ ...shared, criticLearningRate: z.number(), classWeight: z.number() });

/**
 * What learning a policy reads of the options of its searcher, by the searcher's name; as with `searchMethodOptions` a test holds
 * these against the searchers' own.
 */
export const policySearchOptions = { dada, 'faster-autoaugment': fasterAutoAugment };
