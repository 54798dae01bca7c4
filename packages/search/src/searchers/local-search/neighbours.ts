import { createRng, type Domain, type Params, type ParamValue, type Space } from '@cambium/core';
import { decodeValue, encodeValue } from '@cambium/spaces';

export interface Neighbour {
  readonly params: Params;
  /** Name of the parameter that was changed. */
  readonly changed: string;
}

export interface Neighbourhood {
  /** Of numbers, as a share of the range. */
  readonly step: number;
  /** Decides the values of parameters that a change of another activates: the same for each look at the neighbourhood. */
  readonly seed: number;
}

/**
 * All points that differ in one active parameter: by another choice, or by a step up or down of a number. What the change
 * activates is drawn, what it makes inactive dropped.
 */
export function neighbours(space: Space, params: Params, { step, seed }: Neighbourhood): Neighbour[] {
  const rng = createRng(seed).fork(space.canonicalKey(params));
  return space.active(params).flatMap(({ name, domain }) => {
    const value = params[name];
    if (value === undefined) return [];
    return otherValues(domain, value, step).map((other) => ({
      params: space.repair({ ...params, [name]: other }, rng.fork(`${name}=${other}`)),
      changed: name,
    }));
  });
}

function otherValues(domain: Domain, value: ParamValue, step: number): ParamValue[] {
  if (domain.kind === 'categorical' || domain.kind === 'ordinal') {
    return domain.choices.filter((choice) => choice !== value);
  }
  const values = [-1, 1].map((side) => stepFrom(domain, Number(value), side * step));
  return values.filter((other) => other !== value);
}

type NumericDomain = Extract<Domain, { kind: 'float' | 'int' }>;

/** The value a step away, or the next one of a grid coarser than that; the same at an end of the range. */
function stepFrom(domain: NumericDomain, value: number, step: number): ParamValue {
  const next = decodeValue(domain, Math.min(1, Math.max(0, encodeValue(domain, value) + step)));
  if (next !== value || domain.step === undefined) return next;
  const neighbour = value + Math.sign(step) * domain.step;
  return decodeValue(domain, Math.min(1, Math.max(0, encodeValue(domain, neighbour))));
}
