import type { Domain, ParamValue, Rng } from '@cambium/core';
import { nearestValue } from './unit-scale.js';
import { valueAt } from './value-at.js';

/** True when `value` is one of the domain's values; stepped floats forgive the last bits of a decimal fraction. */
export function containsValue(domain: Domain, value: unknown): boolean {
  if (domain.kind === 'categorical' || domain.kind === 'ordinal') return domain.choices.some((c) => c === value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  if (value < domain.low || value > domain.high) return false;
  if (domain.step === undefined) return true;
  return Math.abs(value - nearestValue(domain, value)) <= 1e-9 * Math.max(1, Math.abs(value));
}

/** Uniform in the domain; log-uniform where `log`. See {@link valueAt}. */
export function sampleValue(domain: Domain, rng: Rng): ParamValue {
  const chosen = domain.kind === 'categorical' || domain.kind === 'ordinal';
  // Numbers by next() rather than int(n): a grid may have more than 2³² values.
  return chosen ? rng.pick(domain.choices) : valueAt(domain, rng.next());
}

/** What `value` becomes in this domain: itself, the nearest legal number, or a draw where nothing is near. */
export function repairValue(domain: Domain, value: ParamValue | undefined, rng: Rng): ParamValue {
  const numeric = domain.kind === 'float' || domain.kind === 'int';
  if (numeric && typeof value === 'number' && Number.isFinite(value)) return nearestValue(domain, value);
  if (value !== undefined && containsValue(domain, value)) return value;
  return sampleValue(domain, rng);
}
