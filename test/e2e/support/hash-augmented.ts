import type { AugmentationPolicy } from '@cambium/core';

/**
 * SHA-256 of noise that a policy augmented, for several seeds and shapes. Imports what it needs by itself, so that the same
 * lines run in Node and, given to `page.evaluate`, in a page.
 */
export async function hashAugmented(policy: AugmentationPolicy): Promise<string[]> {
  const { applyPolicy } = await import('@cambium/augment');
  const { createRng } = await import('@cambium/core');
  const hashes: string[] = [];
  for (const shape of [
    [28, 28, 1],
    [15, 17, 3],
  ] as const) {
    for (const seed of [0, 1, 2, 'three']) {
      const rng = createRng(seed);
      const count = 64;
      const images = Uint8Array.from({ length: count * shape[0] * shape[1] * shape[2] }, () => rng.int(256));
      const labels = Array.from({ length: count }, (_, image) => image % 3);
      const out = applyPolicy(policy, { images, count, shape, labels, progress: 0.6 }, rng);
      const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(out.images));
      const shares = out.labelMix?.shares.join() ?? '';
      hashes.push(`${new Uint8Array(digest).join()} ${shares}`);
    }
  }
  return hashes;
}
