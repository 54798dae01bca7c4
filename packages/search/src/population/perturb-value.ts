import type { Domain, ParamValue, Rng } from '@cambium/core';
import { decodeValue, encodeValue, mutateValue } from '@cambium/spaces';

export interface Perturbed {
  /** A number becomes larger or smaller by this share, within its bounds and at least one step further on a grid. */
  readonly share: number;
  /** An ordinal moves by as many choices as one of these says, up or down, to its end at most. */
  readonly ordinalSteps: readonly number[];
}

/** A value near by. Choices without an order have nothing near them and stay. */
export function perturbValue(
  domain: Domain,
  value: ParamValue,
  { share, ordinalSteps }: Perturbed,
  rng: Rng,
): ParamValue {
  if (domain.kind === 'categorical') return value;
  if (domain.kind === 'ordinal') return moveOrdinal(domain.choices, value, rng.pick(ordinalSteps), rng);
  const number = Number(value);
  const sign = rng.next() < 0.5 ? -1 : 1;
  const nearest = (target: number) => {
    const inside = Math.min(domain.high, Math.max(domain.low, target));
    return domain.step === undefined ? inside : decodeValue(domain, encodeValue(domain, inside));
  };
  const perturbed = nearest(number * (1 + sign * share));
  return perturbed === value ? nearest(number + sign * (domain.step ?? 0)) : perturbed;
}

/** A step of one has somewhere to go, also from an end; longer ones stop there. */
function moveOrdinal(choices: readonly ParamValue[], value: ParamValue, steps: number, rng: Rng): ParamValue {
  const domain = { kind: 'ordinal', choices } as const;
  if (steps === 1) return mutateValue(domain, value, rng);
  const target = choices.indexOf(value) + (rng.next() < 0.5 ? -steps : steps);
  return choices[Math.min(choices.length - 1, Math.max(0, target))] as ParamValue;
}
