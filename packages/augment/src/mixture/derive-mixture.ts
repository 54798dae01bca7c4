import { type Rng, weightedIndex } from '@cambium/core';
import type { LearntSubPolicy } from '../relaxed/derive-sub-policies.js';
import type { PolicySpace } from '../relaxed/policy-space.js';
import { type MixturePoint, mixtureLayout, opWeights } from './mixture-layout.js';

/** In nats: how undecided the steps are on average, from 0 (settled) to the logarithm of the number of ops. */
export function mixtureEntropy(space: PolicySpace, at: MixturePoint): number {
  const steps = stepsOf(space, at).flat();
  const entropies = steps.map(({ weights }) => -weights.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0));
  return entropies.reduce((sum, entropy) => sum + entropy, 0) / steps.length;
}

/** How often an image gets each op, where a step draws one by the weights. */
export function mixtureRates(space: PolicySpace, at: MixturePoint): Record<string, number> {
  const steps = stepsOf(space, at).flat();
  const rateOf = (op: number) =>
    steps.reduce((sum, { weights, step }) => sum + weights[op]! * step(op).probability, 0) / space.subPolicies;
  return Object.fromEntries(space.ops.map((name, op) => [name, rateOf(op)]));
}

/** Each sub-policy with the op of most weight in each step; with `rng` drawn by the weights instead. */
export function deriveMixture(space: PolicySpace, at: MixturePoint, rng?: Rng): LearntSubPolicy[] {
  return stepsOf(space, at).map((steps) => {
    const chosen = steps.map(({ weights, step }) => {
      const op = rng === undefined ? weights.indexOf(Math.max(...weights)) : weightedIndex([...weights], rng.next());
      return { weight: weights[op]!, step: step(op) };
    });
    return {
      weight: chosen.reduce((product, { weight }) => product * weight, 1),
      steps: chosen.map(({ step }) => step),
    };
  });
}

/** By sub-policy: of each step the weights of its ops, and what each op would be as a step. */
function stepsOf(space: PolicySpace, at: MixturePoint) {
  const layout = mixtureLayout(space);
  return Array.from({ length: space.subPolicies }, (_, subPolicy) =>
    Array.from({ length: space.depth }, (__, step) => ({
      weights: opWeights(space, at, { subPolicy, step }),
      step(op: number) {
        const place = layout.place(subPolicy, step) + op;
        return {
          op: space.ops[op]!,
          probability: space.learnsProbabilities ? at.values[layout.count + place]! : 1,
          magnitude: space.learnsMagnitudes ? at.values[2 * layout.count + place]! : 1,
        };
      },
    })),
  );
}
