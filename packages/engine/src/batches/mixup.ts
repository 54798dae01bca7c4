import type { Rng } from '@cambium/core';
import type { Batch } from './batch-source.js';

/**
 * mixup (Zhang, Cissé, Dauphin & Lopez-Paz 2018, eq. 1): each image and its target is mixed with those of another of the
 * batch, x ← λx + (1 − λ)x′, with one λ ~ Beta(α, α) for the batch. Changes the batch in place.
 */
export function mixup(batch: Batch, alpha: number, rng: Rng): void {
  const lambda = beta(alpha, rng);
  const partner = rng.shuffle(Array.from({ length: batch.count }, (_, i) => i));
  blend(batch.images, batch.count, { lambda, partner });
  blend(batch.targets, batch.count, { lambda, partner });
}

function blend(
  values: Float32Array,
  count: number,
  { lambda, partner }: { readonly lambda: number; readonly partner: readonly number[] },
): void {
  const original = values.slice();
  const size = values.length / count;
  for (let n = 0; n < count; n++) {
    const other = partner[n]! * size;
    for (let i = 0; i < size; i++) {
      values[n * size + i] = lambda * original[n * size + i]! + (1 - lambda) * original[other + i]!;
    }
  }
}

/** Beta(α, α) as G₁ / (G₁ + G₂) with two Gamma(α, 1) draws. */
export function beta(alpha: number, rng: Rng): number {
  const first = gamma(alpha, rng);
  const second = gamma(alpha, rng);
  // For a tiny α both draws can underflow to 0; the distribution is then nearly a coin.
  return first + second > 0 ? first / (first + second) : rng.int(2);
}

/** Marsaglia & Tsang 2000; below 1 through Gamma(α) = Gamma(α + 1) · U^(1/α). */
function gamma(alpha: number, rng: Rng): number {
  if (alpha < 1) return gamma(alpha + 1, rng) * rng.next() ** (1 / alpha);
  const d = alpha - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = rng.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - rng.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
