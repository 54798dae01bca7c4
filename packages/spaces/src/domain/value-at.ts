import type { Domain, ParamValue } from '@cambium/core';
import { domainSize } from './domain-size.js';
import { fromUnit, gridValue, nearestValue, toUnit } from './unit-scale.js';

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

/** The position of a value: in the middle of the stretch whose {@link valueAt} it is, or at it where there is no such stretch. */
export function unitOf(domain: Domain, value: ParamValue): number {
  switch (domain.kind) {
    case 'categorical':
    case 'ordinal':
      return (domain.choices.indexOf(value) + 0.5) / domain.choices.length;
    case 'float':
      if (domain.step === undefined) return toUnit(domain, Number(value));
      return (Math.round((Number(value) - domain.low) / domain.step) + 0.5) / domainSize(domain);
    case 'int': {
      if (!domain.log) return (Math.round((Number(value) - domain.low) / domain.step) + 0.5) / domainSize(domain);
      const low = Math.log(domain.low - 0.5);
      const high = Math.log(domain.high + 0.5);
      return (Math.log(Number(value)) - low) / (high - low);
    }
  }
}

function cell(domain: Domain, unit: number): number {
  const size = domainSize(domain);
  return Math.min(size - 1, Math.floor(unit * size));
}
