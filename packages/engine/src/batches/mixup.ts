import { drawBeta, type Rng } from '@cambium/core';
import type { Batch } from './batch-source.js';

/**
 * mixup (Zhang, Cissé, Dauphin & Lopez-Paz 2018, eq. 1): each image and its target is mixed with those of another of the
 * batch, x ← λx + (1 − λ)x′, with one λ ~ Beta(α, α) for the batch. Changes the batch in place.
 */
export function mixup(batch: Batch, alpha: number, rng: Rng): void {
  const lambda = drawBeta(alpha, rng);
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
