import type { AugmentationStep, MagnitudeTable } from '@cambium/core';
import { formatNumber } from '../format-number.js';
import { ops } from '../registry.js';

/** `rotate (rotates by 9° either way)`. */
export function opWords(name: string, magnitude: number, table: MagnitudeTable = 'standard'): string {
  return `${name} (${ops.get(name).describe(magnitude, table)})`;
}

/** `rotate in 40 % of cases (rotates by 9° either way)`. */
export function stepWords({ op, magnitude, probability }: AugmentationStep): string {
  const chance = probability < 1 ? ` in ${percent(probability)} of cases` : '';
  return `${op}${chance} (${ops.get(op).describe(magnitude, 'standard')})`;
}

export const percent = (share: number) => `${formatNumber(100 * share, 0)} %`;

export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
