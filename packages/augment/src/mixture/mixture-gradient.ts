import type { PolicySpace } from '../relaxed/policy-space.js';
import type { MixedBatch } from './mix-batch.js';
import { type MixturePoint, mixtureLayout, opWeights } from './mixture-layout.js';
import { relaxedChanceSlope } from './relaxed-chance.js';

/** A loss's derivatives by what became of a batch. */
export interface MixedBatchSlopes {
  /** By each level, as in the batch's pixels. */
  readonly pixels: ArrayLike<number>;
  /** By each share of a partner's label. */
  readonly shares: ArrayLike<number>;
}

/**
 * The gradient of a loss by a mixture policy that made a batch at that point, as long as its values (Hataya et al. 2020,
 * section 3). By a step's weights and probabilities exact, but that a later step is taken to hand on each level's derivative as
 * it is: so it does where ops do not happen, and straight through ops where they do. By magnitudes straight through: as if each
 * level of what the op made grew by the whole range as the magnitude does.
 */
export function mixtureGradient(
  space: PolicySpace,
  at: MixturePoint,
  { batch, slopes }: { readonly batch: MixedBatch; readonly slopes: MixedBatchSlopes },
): Float64Array {
  const { count, pixels, shares, draws } = batch;
  const layout = mixtureLayout(space);
  const gradient = new Float64Array(layout.size);
  const options = space.ops.length;
  const bytes = pixels.length / count;
  for (let image = 0; image < count; image++) {
    const subPolicy = draws.subPolicies[image]!;
    const slope = Array.prototype.slice.call(slopes.pixels, image * bytes, (image + 1) * bytes) as number[];
    const total = slope.reduce((sum, each) => sum + each, 0);
    for (let step = 0; step < space.depth; step++) {
      const row = image * space.depth + step;
      const weights = opWeights(space, at, { subPolicy, step });
      const chances = draws.chances.subarray(row * options, (row + 1) * options);
      const mixed = draws.mixed.subarray(row * options, (row + 1) * options);
      const stepShare = weights.reduce((sum, weight, op) => sum + weight * chances[op]! * mixed[op]!, 0);
      // The label's share is 1 − Π (1 − a step's share).
      const label = (slopes.shares[image]! * (1 - shares[image]!)) / (1 - stepShare);
      const effects = weights.map((_, op) => effectOf(row, op) + label * mixed[op]!);
      const mean = weights.reduce((sum, weight, op) => sum + weight * chances[op]! * effects[op]!, 0);
      for (let op = 0; op < options; op++) {
        const place = layout.place(subPolicy, step) + op;
        const [weight, chance, effect] = [weights[op]!, chances[op]!, effects[op]!];
        gradient[place]! += (weight * (chance * effect - mean)) / at.temperature;
        if (space.learnsProbabilities) {
          const probability = at.values[layout.count + place]!;
          gradient[layout.count + place]! += weight * effect * relaxedChanceSlope(chance, probability, at.temperature);
        }
        if (space.learnsMagnitudes) gradient[2 * layout.count + place]! += 255 * weight * chance * total;
      }
    }

    /** What more of an op does to the loss through the pixels: Σ slope · (op(x) − x). */
    function effectOf(row: number, op: number): number {
      const [from, made] = [row * bytes, (row * options + op) * bytes];
      let sum = 0;
      for (let i = 0; i < bytes; i++) sum += slope[i]! * (draws.outputs[made + i]! - draws.inputs[from + i]!);
      return sum;
    }
  }
  return gradient;
}
