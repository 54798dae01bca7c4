import { formatNumber } from '../format-number.js';
import type { OpRange, OpRanges } from '../op-spec.js';

/** RandAugment's 150 of 331 pixels as a share of the side; TrivialAugment's 32 pixels, which empty a small image. */
export const translationRanges = (side: 'width' | 'height'): OpRanges => ({
  standard: { from: 0, to: 150 / 331, unit: side },
  wide: { from: 0, to: 32, unit: 'pixel' },
});

/** In whole pixels of `side`, cut off as torchvision does. */
export function translation({ to, unit }: OpRange, level: number, side: number): number {
  return Math.trunc(to * level * (unit === 'pixel' ? 1 : side));
}

/** `22.7 % of the width`, `16 pixels`. */
export function describeTranslation({ to, unit }: OpRange, magnitude: number): string {
  return unit === 'pixel'
    ? `${formatNumber(to * magnitude, 1)} pixels`
    : `${formatNumber(100 * to * magnitude, 1)} % of the ${unit}`;
}
