import { CambiumError, type Claim } from '@cambium/core';
import {
  binaryGates,
  controller,
  differentiable,
  fairPaths,
  gumbel,
  type SearchParts,
  type SupernetStrategy,
  singlePath,
  uniformPaths,
} from '@cambium/engine';
import * as z from 'zod';
import { choicePolicy } from './choice-policy.js';
import type { CostWish } from './cost-term.js';
import type { SupernetTrial } from './open-supernet-trial.js';

/** What a searcher wants of the supernet's training. */
export interface SearchMethod {
  strategy(parts: SearchParts): SupernetStrategy;
  readonly partialChannels?: number;
  /** What is expected of the network that counts in the architecture's loss. */
  readonly cost?: CostWish;
}

// The searchers' options, of which a claim brings all with defaults filled in. A task may not import the searchers: tests
// of the command line run both together.
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

const relaxations = { softmax: differentiable, gumbel, binary: binaryGates };

type MethodOf = (options: unknown, space: Pick<SupernetTrial, 'parameters' | 'choices'>) => SearchMethod;

const methods: Readonly<Record<string, MethodOf>> = {
  darts(given) {
    const { method, partialChannels, ...options } = darts.parse(given);
    const { costTerm: of, costForm: form, costWeight: weight, costExponent: exponent } = options;
    const target = of === 'flops' ? options.costTarget : options.latencyTarget;
    return {
      strategy: (parts) => relaxations[method](parts, options),
      ...(method === 'softmax' ? { partialChannels } : {}),
      ...(weight > 0 ? { cost: { of, form, weight, exponent, target } } : {}),
    };
  },
  enas(given, { parameters }) {
    const { controller: kind, units, tanhConstant, ...options } = enas.parse(given);
    const { controllerLearningRate: learningRate, controllerSteps: steps, controllerSamples: samples } = options;
    const { baselineDecay, entropyWeight, candidates } = options;
    const training = { learningRate, steps, samples, baselineDecay, entropyWeight, candidates };
    const shape = { policy: kind, units, tanhConstant, temperature: 1 };
    return {
      strategy: (parts) =>
        controller(parts, { ...training, policy: choicePolicy(parameters, shape, parts.rng.fork('controller')) }),
    };
  },
  'one-shot'(given, { choices }) {
    const { sampling } = oneShot.parse(given);
    const sampler = sampling === 'fair' ? fairPaths(choices) : uniformPaths(choices);
    return { strategy: (parts) => singlePath(parts, sampler) };
  },
};

/** @throws CambiumError `fix-input` for a searcher that says nothing of supernets. */
export function searchMethod(
  { name, options }: Claim['searcher'],
  space: Pick<SupernetTrial, 'parameters' | 'choices'>,
): SearchMethod {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined) {
    const known = Object.keys(methods).join(', ');
    throw new CambiumError('fix-input', `searcher ${name} trains no supernet; these do: ${known}`);
  }
  return method(options, space);
}
