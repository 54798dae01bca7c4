import { relaxGradient } from './relax-gradient.js';
import { choiceLogits, type DrawnSubPolicy, policyLayout, type RelaxedPolicy } from './relaxed-policy.js';

/** What became of one image. */
export interface ImageSignal {
  readonly drawn: DrawnSubPolicy;
  /** Its share of the loss. */
  readonly loss: number;
  /** The sum of the loss's derivatives by the pixels of the image as the network saw it. */
  readonly pixelSum: number;
}

export interface PolicyGradient {
  /** As long as the policy's values: an estimate of the gradient of the expected loss. */
  readonly values: Float64Array;
  /** Of the estimate's variance, by the guesses. */
  readonly guesses: Float64Array;
}

/** How many guesses of the control variates a policy has: one for each candidate, two for each of its steps. */
export function guessCount(policy: RelaxedPolicy): number {
  const { candidates, depth } = policyLayout(policy);
  return candidates + 2 * candidates * depth;
}

/**
 * The gradient of a batch's expected loss by a policy (Li et al. 2020). Which sub-policy an image gets and which steps of
 * it happen: by RELAX, from the losses, each held against the mean of the others. Magnitudes: straight through, as if each pixel of
 * the result grew as the magnitude does, so that a step that happened gets the sum over the pixels' derivatives.
 */
export function policyGradient(
  policy: RelaxedPolicy,
  at: { readonly values: Float64Array; readonly guesses: Float64Array; readonly temperature: number },
  images: readonly ImageSignal[],
): PolicyGradient {
  const { values, guesses, temperature } = at;
  const layout = policyLayout(policy);
  const gradient = { values: new Float64Array(layout.size), guesses: new Float64Array(guesses.length) };
  const total = images.reduce((sum, { loss }) => sum + loss, 0);
  const others = Math.max(1, images.length - 1);
  const logits = choiceLogits(policy, values);
  for (const { drawn, loss: own, pixelSum } of images) {
    const loss = own - (total - own) / others;
    const candidate = drawn.candidate.index;
    const choice = { logits, drawn: drawn.candidate, loss, guesses, temperature };
    addRelaxed(gradient, relaxGradient(choice), { value: 0, guess: 0 });
    for (const [step, happens] of drawn.steps.entries()) {
      const place = { candidate, step };
      if (policy.learnsProbabilities) {
        const value = layout.probability(place);
        const guess = layout.candidates + 2 * (value - layout.candidates);
        const point = { logits: [values[value] as number, 0], drawn: happens, loss, temperature };
        const relaxed = relaxGradient({ ...point, guesses: guesses.subarray(guess, guess + 2) });
        // The logit of what does not happen stays 0.
        addRelaxed(gradient, { ...relaxed, logits: relaxed.logits.subarray(0, 1) }, { value, guess });
      }
      if (policy.learnsMagnitudes && happens.index === 0) {
        const value = layout.magnitude(place);
        gradient.values[value] = (gradient.values[value] as number) + pixelSum;
      }
    }
  }
  return gradient;
}

function addRelaxed(
  sum: PolicyGradient,
  { logits, guesses }: { readonly logits: Float64Array; readonly guesses: Float64Array },
  at: { readonly value: number; readonly guess: number },
): void {
  for (const [i, g] of logits.entries()) sum.values[at.value + i] = (sum.values[at.value + i] as number) + g;
  for (const [i, g] of guesses.entries()) sum.guesses[at.guess + i] = (sum.guesses[at.guess + i] as number) + g;
}
