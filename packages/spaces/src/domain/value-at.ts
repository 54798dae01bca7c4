import type { Domain, ParamValue } from '@cambium/core';
import { domainSize } from './domain-size.js';
import { fromUnit, gridValue, nearestValue } from './unit-scale.js';

/**
 * The value below which the share `unit` in [0, 1] of the domain lies: uniform for a uniform `unit`, log-uniform where
 * `log`. A logarithmic integer is taken from [low − ½, high + ½] and rounded, so that the ends are as likely as their
 * neighbours.
 */
export function valueAt(domain: Domain, unit: number): ParamValue {
  switch (domain.kind) {
    case 'categorical':
    case 'ordinal':
      return domain.choices[cell(domain, unit)] as ParamValue;
    case 'float':
      return domain.step === undefined ? fromUnit(domain, unit) : gridValue(domain, cell(domain, unit));
    case 'int': {
      if (!domain.log) return gridValue(domain, cell(domain, unit));
      const low = Math.log(domain.low - 0.5);
      const high = Math.log(domain.high + 0.5);
      return nearestValue(domain, Math.exp(low + unit * (high - low)));
    }
  }
}

function cell(domain: Domain, unit: number): number {
  const size = domainSize(domain);
  return Math.min(size - 1, Math.floor(unit * size));
}
