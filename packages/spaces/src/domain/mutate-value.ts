import type { Domain, ParamValue, Rng } from '@cambium/core';
import { domainSize } from './domain-size.js';
import { fromUnit, gridValue, toUnit } from './unit-scale.js';

/** Standard deviation of a numeric step, as a share of the range (of its logarithm where `log`). */
const spread = 0.15;

/**
 * A value near `value` and different from it, where the domain has two: another choice, the next or previous choice of
 * an ordinal, a normal step reflected at the bounds for a number. `value` must be in the domain.
 */
export function mutateValue(domain: Domain, value: ParamValue, rng: Rng): ParamValue {
  const size = domainSize(domain);
  if (size < 2) return value;
  if (domain.kind === 'float' || domain.kind === 'int') return mutateNumber(domain, Number(value), rng);
  const index = domain.choices.indexOf(value);
  const next = domain.kind === 'ordinal' ? neighbour(index, size, rng) : (index + 1 + rng.int(size - 1)) % size;
  return domain.choices[next] as ParamValue;
}

function mutateNumber(domain: Extract<Domain, { kind: 'float' | 'int' }>, value: number, rng: Rng): number {
  const unit = toUnit(domain, value);
  for (let attempt = 0; attempt < 8; attempt++) {
    const next = fromUnit(domain, reflect(unit + spread * rng.normal()));
    if (next !== value) return next;
  }
  // A narrow grid may round every step back to where it came from; its next value can't.
  if (domain.step === undefined) return fromUnit(domain, rng.next());
  const index = Math.round((value - domain.low) / domain.step);
  return gridValue(domain, neighbour(index, domainSize(domain), rng));
}

/** One up or one down; at an end, the only way there is. */
function neighbour(index: number, size: number, rng: Rng): number {
  if (index <= 0) return 1;
  if (index >= size - 1) return size - 2;
  return index + (rng.next() < 0.5 ? -1 : 1);
}

/** Folds a number back into [0, 1] at the ends. */
function reflect(unit: number): number {
  const folded = Math.abs(unit) % 2;
  return folded > 1 ? 2 - folded : folded;
}
