import type { Domain, ParamValue, Rng } from '@cambium/core';
import { domainSize } from './domain-size.js';
import { fromUnit, gridValue, nearestValue } from './unit-scale.js';

/** True when `value` is one of the domain's values; stepped floats forgive the last bits of a decimal fraction. */
export function containsValue(domain: Domain, value: unknown): boolean {
  if (domain.kind === 'categorical' || domain.kind === 'ordinal') return domain.choices.some((c) => c === value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (value < domain.low || value > domain.high) return false;
  if (domain.step === undefined) return true;
  return Math.abs(value - nearestValue(domain, value)) <= 1e-9 * Math.max(1, Math.abs(value));
}

/**
 * Uniform in the domain; log-uniform where `log`. A logarithmic integer is drawn from [low − ½, high + ½] and rounded,
 * so that the ends are as likely as their neighbours.
 */
export function sampleValue(domain: Domain, rng: Rng): ParamValue {
  switch (domain.kind) {
    case 'categorical':
    case 'ordinal':
      return rng.pick(domain.choices);
    case 'float':
      return domain.step === undefined ? fromUnit(domain, rng.next()) : sampleGrid(domain, rng);
    case 'int': {
      if (!domain.log) return sampleGrid(domain, rng);
      const low = Math.log(domain.low - 0.5);
      const high = Math.log(domain.high + 0.5);
      return nearestValue(domain, Math.exp(low + rng.next() * (high - low)));
    }
  }
}

/** What `value` becomes in this domain: itself, the nearest legal number, or a draw where nothing is near. */
export function repairValue(domain: Domain, value: ParamValue | undefined, rng: Rng): ParamValue {
  const numeric = domain.kind === 'float' || domain.kind === 'int';
  if (numeric && typeof value === 'number' && Number.isFinite(value)) return nearestValue(domain, value);
  if (value !== undefined && containsValue(domain, value)) return value;
  return sampleValue(domain, rng);
}

/** By next() rather than int(n): a grid may have more than 2³² values. */
function sampleGrid(domain: Extract<Domain, { kind: 'float' | 'int' }>, rng: Rng): number {
  return gridValue(domain, Math.floor(rng.next() * domainSize(domain)));
}
