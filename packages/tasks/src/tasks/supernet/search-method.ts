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
import { choicePolicy } from './choice-policy.js';
import type { CostWish } from './cost-term.js';
import type { SupernetTrial } from './open-supernet-trial.js';
import { searchMethodOptions } from './search-method-options.js';

/** What a searcher wants of the supernet's training. */
export interface SearchMethod {
  strategy(parts: SearchParts): SupernetStrategy;
  readonly partialChannels?: number;
  /** What is expected of the network that counts in the architecture's loss. */
  readonly cost?: CostWish;
}

const { darts, enas, 'one-shot': oneShot } = searchMethodOptions;
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
