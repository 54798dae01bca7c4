import { formatNumber } from '../format-number.js';
import type { OpRange } from '../op-spec.js';

/** How far an enhancement factor moves from 1 at magnitude 1. */
const reach = 0.9;

/** Factor 1 leaves the image; magnitude 1 is 1 ± 0.9. */
export const enhanceRange: OpRange = { from: 1, to: 1 + reach, unit: 'factor' };

export const enhanceFactor = (level: number) => 1 + reach * level;

/** `brightness × 0.73 or × 1.27`. */
export function describeFactor(quantity: string, magnitude: number): string {
  if (magnitude === 0) return `${quantity} × 1`;
  return `${quantity} × ${formatNumber(enhanceFactor(-magnitude))} or × ${formatNumber(enhanceFactor(magnitude))}`;
}
