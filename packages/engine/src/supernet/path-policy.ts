import type { Rng } from '@cambium/core';
import type { ChoiceLayout, Path } from './choices.js';

/** A distribution over paths, trained by policy gradient. */
export interface PathPolicy {
  /** Whoever trains it moves these in place. */
  readonly weights: Float64Array;
  draw(rng: Rng): Path;
  /** How likely each value of each choice on the path is, given the choices before it. */
  probabilitiesOf(path: Path): ReadonlyMap<string, readonly number[]>;
  /** Adds the gradient, by the weights, of credit · log π(path) + bonus · H along the path. */
  addGradient(path: Path, weigh: () => { readonly credit: number; readonly bonus: number }, into: Float64Array): void;
}

export interface DrawnPath {
  readonly path: Path;
  /** Its reward above the baseline. */
  readonly advantage: number;
}

/**
 * The gradient of −mean(advantage · log π(path)) − λ·H(π) (Williams 1992; the entropy bonus as in Zoph et al. 2018), the
 * entropy being that along the drawn paths. To be descended.
 */
export function policyGradient(policy: PathPolicy, drawn: readonly DrawnPath[], entropyWeight: number): Float64Array {
  const gradient = new Float64Array(policy.weights.length);
  for (const { path, advantage } of drawn) {
    const weights = { credit: -advantage / drawn.length, bonus: -entropyWeight / drawn.length };
    policy.addGradient(path, () => weights, gradient);
  }
  return gradient;
}

/**
 * How likely each value of each choice is, by the layout: the mean of its probabilities along paths from `rng`. Exact, up
 * to rounding, where choices are independent.
 */
export function marginalsOf(
  policy: PathPolicy,
  layout: ChoiceLayout,
  { paths, rng }: { readonly paths: number; readonly rng: Rng },
): Float64Array {
  const sums = new Float64Array(layout.size);
  for (let i = 0; i < paths; i++) {
    const found = policy.probabilitiesOf(policy.draw(rng.fork(i)));
    layout.choices.forEach(({ param }, choice) => {
      const start = layout.offset(choice);
      found.get(param)?.forEach((p, k) => {
        sums[start + k] = (sums[start + k] as number) + p;
      });
    });
  }
  layout.choices.forEach(({ values }, choice) => {
    const part = sums.subarray(layout.offset(choice), layout.offset(choice) + values.length);
    const total = part.reduce((sum, p) => sum + p, 0);
    // A choice that no path came to is open.
    part.forEach((p, k) => {
      part[k] = total > 0 ? p / total : 1 / values.length;
    });
  });
  return sums;
}

/** Up to `count` different paths, in the order in which they are drawn; fewer where the policy is nearly sure. */
export function differentPaths(policy: PathPolicy, count: number, rng: Rng): readonly Path[] {
  const found = new Map<string, Path>();
  for (let i = 0; i < 10 * count && found.size < count; i++) {
    const path = policy.draw(rng.fork(i));
    found.set(JSON.stringify(path), path);
  }
  return [...found.values()];
}
