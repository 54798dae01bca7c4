import type { Domain, ParamValue, Rng } from '@cambium/core';
import { decodeValue, encodeValue, mutateValue } from '@cambium/spaces';

/**
 * A number times 1 + share or 1 − share, within its bounds and at least one step further on a grid; the next or the previous
 * choice of an ordinal. Choices without an order have nothing near them and stay.
 */
export function perturbValue(domain: Domain, value: ParamValue, share: number, rng: Rng): ParamValue {
  if (domain.kind === 'categorical') return value;
  if (domain.kind === 'ordinal') return mutateValue(domain, value, rng);
  const number = Number(value);
  const sign = rng.next() < 0.5 ? -1 : 1;
  const nearest = (target: number) => {
    const inside = Math.min(domain.high, Math.max(domain.low, target));
    return domain.step === undefined ? inside : decodeValue(domain, encodeValue(domain, inside));
  };
  const perturbed = nearest(number * (1 + sign * share));
  return perturbed === value ? nearest(number + sign * (domain.step ?? 0)) : perturbed;
}
