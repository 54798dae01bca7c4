import type { Domain } from '@cambium/core';

/** How many values a domain has; Infinity for a float without a step. */
export function domainSize(domain: Domain): number {
  switch (domain.kind) {
    case 'categorical':
    case 'ordinal':
      return domain.choices.length;
    case 'int':
      return Math.floor((domain.high - domain.low) / domain.step) + 1;
    case 'float':
      return domain.step === undefined ? Infinity : stepCount(domain.low, domain.high, domain.step) + 1;
  }
}

/** Steps from `low` to `high`; forgiving about the last bits of a decimal fraction (0.3 / 0.1 is 2.9999…). */
export function stepCount(low: number, high: number, step: number): number {
  return Math.floor((high - low) / step + 1e-9);
}
