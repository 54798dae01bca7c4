import type { Domain, ParamValue } from '@cambium/core';
import { domainSize, stepCount } from './domain-size.js';

type NumericDomain = Extract<Domain, { kind: 'float' | 'int' }>;

/** The value at `unit` in [0, 1] of a numeric domain: linear, or linear in the logarithm; on the grid where stepped. */
export function fromUnit(domain: NumericDomain, unit: number): number {
  const { low, high } = domain;
  const value = domain.log
    ? Math.exp(Math.log(low) + unit * (Math.log(high) - Math.log(low)))
    : low + unit * (high - low);
  return nearestValue(domain, value);
}

/** The inverse of {@link fromUnit}, in [0, 1]. */
export function toUnit(domain: NumericDomain, value: number): number {
  const { low, high } = domain;
  if (high === low) return 0;
  const unit = domain.log
    ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
    : (value - low) / (high - low);
  return Math.min(1, Math.max(0, unit));
}

/** The legal value nearest to a finite number. */
export function nearestValue(domain: NumericDomain, value: number): number {
  const clamped = Math.min(domain.high, Math.max(domain.low, value));
  if (domain.step === undefined) return clamped;
  return gridValue(domain, Math.round((clamped - domain.low) / domain.step));
}

/** The `index`-th value of a stepped domain, without the noise of binary fractions: 0.3, not 0.30000000000000004. */
export function gridValue(domain: NumericDomain & { step?: number }, index: number): number {
  const step = domain.step ?? 1;
  const last = stepCount(domain.low, domain.high, step);
  const value = domain.low + Math.min(last, Math.max(0, index)) * step;
  return domain.kind === 'int' ? value : Number(value.toPrecision(12));
}

/** `domain`'s position of a value in [0, 1]: index/(n−1) for choices, the unit scale for numbers. */
export function encodeValue(domain: Domain, value: unknown): number {
  if (domain.kind === 'float' || domain.kind === 'int') return toUnit(domain, Number(value));
  const index = domain.choices.findIndex((choice) => choice === value);
  return domainSize(domain) === 1 ? 0 : index / (domainSize(domain) - 1);
}

/** The value nearest to a position in [0, 1], the inverse of {@link encodeValue}. */
export function decodeValue(domain: Domain, unit: number): ParamValue {
  if (domain.kind === 'float' || domain.kind === 'int') return fromUnit(domain, unit);
  const last = domain.choices.length - 1;
  // `!`: the index is clamped to the list, which a space never leaves empty.
  return domain.choices[Math.min(last, Math.max(0, Math.round(unit * last)))]!;
}
