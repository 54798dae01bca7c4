import type { ImageShape, MagnitudeTable } from '@cambium/core';
import { formatNumber } from '../format-number.js';
import type { OpRange, OpRanges } from '../op-spec.js';

/** How far an enhancement factor moves from 1 at magnitude 1. */
const reach = { standard: 0.9, wide: 0.99 };

const rangeOf = (table: MagnitudeTable): OpRange => ({ from: 1, to: 1 + reach[table], unit: 'factor' });

/** Factor 1 leaves the image; magnitude 1 is 1 ± 0.9, and 1 ± 0.99 in the wide table. */
export const enhanceRanges: OpRanges = { standard: rangeOf('standard'), wide: rangeOf('wide') };

export const enhanceFactor = (level: number, _: ImageShape, table: MagnitudeTable) => 1 + reach[table] * level;

/** `brightness × 0.73 or × 1.27`. */
export function describeFactor(quantity: string, magnitude: number, table: MagnitudeTable): string {
  const factor = (level: number) => formatNumber(1 + reach[table] * level);
  return magnitude === 0 ? `${quantity} × 1` : `${quantity} × ${factor(-magnitude)} or × ${factor(magnitude)}`;
}
