import type { Claim } from '@cambium/core';
import type { PolicyLearning } from '@cambium/engine';
import { policySearchOptions } from './policy-search-options.js';
import { refusal } from './trial-refusal.js';

/** What a searcher wants of a trial that learns a policy. */
export interface PolicyMethod {
  readonly learning: PolicyLearning;
  /** Policies to be named. */
  readonly policies: number;
}

const { dada, 'faster-autoaugment': fasterAutoAugment } = policySearchOptions;

const methods: Readonly<Record<keyof typeof policySearchOptions, (options: unknown) => PolicyMethod>> = {
  dada(given) {
    const { policyLearningRate: learningRate, standalone: policies, ...options } = dada.parse(given);
    return { learning: { method: 'dada', learningRate, ...options }, policies };
  },
  'faster-autoaugment'(given) {
    const { policyLearningRate: learningRate, standalone: policies, ...options } = fasterAutoAugment.parse(given);
    return { learning: { method: 'faster-autoaugment', learningRate, ...options }, policies };
  },
};

/** @throws CambiumError `fix-input` where the searcher learns no policy. */
export function policyMethod({ name, options }: Claim['searcher']): PolicyMethod {
  const method = Object.entries(methods).find(([known]) => known === name)?.[1];
  if (method === undefined) {
    throw refusal('mode', [`searcher ${name} learns no policy; these do: ${Object.keys(methods).join(', ')}`]);
  }
  return method(options);
}
