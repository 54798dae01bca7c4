import * as z from 'zod';

const darts = z.object({
  method: z.enum(['softmax', 'gumbel', 'binary']),
  order: z.union([z.literal(1), z.literal(2)]),
  partialChannels: z.number(),
  selection: z.enum(['likeliest', 'perturbation']),
  perturbationEpochs: z.number(),
  alphaLearningRate: z.number(),
  alphaWeightDecay: z.number(),
  warmUpEpochs: z.number(),
  skipLimit: z.number(),
  watchEigenvalue: z.boolean(),
  startTemperature: z.number(),
  endTemperature: z.number(),
  costTerm: z.enum(['flops', 'latency']),
  costForm: z.enum(['additive', 'multiplicative']),
  costWeight: z.number(),
  costExponent: z.number(),
  costTarget: z.number(),
  latencyTarget: z.number(),
});
const enas = z.object({
  controller: z.enum(['factorised', 'lstm']),
  units: z.number(),
  controllerLearningRate: z.number(),
  controllerSteps: z.number(),
  controllerSamples: z.number(),
  baselineDecay: z.number(),
  entropyWeight: z.number(),
  tanhConstant: z.number(),
  candidates: z.number(),
});
const oneShot = z.object({ sampling: z.enum(['uniform', 'fair']) });

/**
 * What a supernet's training reads of the options of its searcher, by the searcher's name; a claim brings them all, with
 * defaults filled in. A task may not import the searchers: a test of both holds these against theirs.
 */
export const searchMethodOptions = { darts, enas, 'one-shot': oneShot };
