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

/** A position that {@link valueAt} takes back to the value, in the middle of what it stands for. */
export function unitOf(domain: Domain, value: ParamValue): number {
  switch (domain.kind) {
    case 'categorical':
    case 'ordinal':
      return (domain.choices.indexOf(value) + 0.5) / domainSize(domain);
    case 'float':
      return domain.step === undefined ? toUnit(domain, Number(value)) : middleOfCell(domain, domain.step, value);
    case 'int': {
      if (!domain.log) return middleOfCell(domain, domain.step, value);
      const low = Math.log(domain.low - 0.5);
      const high = Math.log(domain.high + 0.5);
      return (Math.log(Number(value)) - low) / (high - low);
    }
  }
}

function middleOfCell(domain: Extract<Domain, { kind: 'float' | 'int' }>, step: number, value: ParamValue): number {
  return (Math.round((Number(value) - domain.low) / step) + 0.5) / domainSize(domain);
}

function cell(domain: Domain, unit: number): number {
  const size = domainSize(domain);
  return Math.min(size - 1, Math.floor(unit * size));
}
