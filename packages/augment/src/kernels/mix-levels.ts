import type { ImageView } from '../op-spec.js';
import { imageBytes } from './copy-image.js';

/** (1 − share) · source + share · partner, rounded. */
export function mixLevels(source: ImageView, target: ImageView, partner: ImageView, share: number): void {
  const bytes = imageBytes(source);
  for (let i = 0; i < bytes; i++) {
    const own = source.data[source.offset + i]!;
    target.data[target.offset + i] = Math.floor(own + share * (partner.data[partner.offset + i]! - own) + 0.5);
  }
}
