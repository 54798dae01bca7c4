import type { Domain, ParamValue } from '@cambium/core';
import { domainSize } from './domain-size.js';
import { fromUnit, gridValue, nearestValue } from './unit-scale.js';

/** All values of a domain of finite size, in order. */
export function listValues(domain: Domain): readonly ParamValue[] {
  if (domain.kind === 'categorical' || domain.kind === 'ordinal') return domain.choices;
  return Array.from({ length: domainSize(domain) }, (_, index) => gridValue(domain, index));
}

/**
 * Up to `count` different numbers from `low` to `high`, both included, as evenly spread (in the logarithm where `log`) as
 * the domain's own values allow; the middle for a count of 1.
 */
export function spreadValues(domain: Extract<Domain, { kind: 'float' | 'int' }>, count: number): readonly number[] {
  const units = count === 1 ? [0.5] : Array.from({ length: count }, (_, index) => index / (count - 1));
  // Without the noise of exp(log(x)): 0.001, not 0.0010000000000000002.
  return [...new Set(units.map((unit) => nearestValue(domain, Number(fromUnit(domain, unit).toPrecision(12)))))];
}
