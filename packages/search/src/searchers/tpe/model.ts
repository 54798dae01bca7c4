import type { Parameter, Params, ParamValue, Rng, Space } from '@cambium/core';
import { isActive } from '@cambium/spaces';
import type { Split } from './observations.js';
import { createParzenEstimator, type ParzenEstimator } from './parzen-estimator.js';

/** Draws whole points, one parameter after the other (univariate). */
export interface TpeModel {
  /** Each active parameter is the best of `candidates` draws. `gain`: Σ of log good − log others. */
  draw(candidates: number, rng: Rng): { readonly params: Params; readonly gain: number };
}

/** Estimators are built when a parameter is first drawn: what is never active costs nothing. */
export function createModel(space: Space, split: Split): TpeModel {
  const estimators = new Map<string, { good: ParzenEstimator; others: ParzenEstimator }>();
  const estimatorsOf = ({ name, domain }: Parameter) => {
    const known = estimators.get(name);
    if (known !== undefined) return known;
    const built = {
      good: createParzenEstimator(domain, valuesOf(name, split.good)),
      others: createParzenEstimator(domain, valuesOf(name, split.others)),
    };
    estimators.set(name, built);
    return built;
  };
  return {
    draw(candidates, rng) {
      let params: Params = {};
      let gain = 0;
      for (const parameter of space.parameters) {
        if (!isActive(parameter, params)) continue;
        const best = bestOf(estimatorsOf(parameter), candidates, rng);
        params = { ...params, [parameter.name]: best.value };
        gain += best.gain;
      }
      // Moves stepped floats onto the very numbers of the space's grid.
      return { params: space.repair(params, rng), gain };
    },
  };
}

function bestOf({ good, others }: { good: ParzenEstimator; others: ParzenEstimator }, candidates: number, rng: Rng) {
  let best: { value: ParamValue; gain: number } | undefined;
  for (let i = 0; i < candidates; i++) {
    const value = good.sample(rng);
    const gain = good.logDensity(value) - others.logDensity(value);
    if (best === undefined || gain > best.gain) best = { value, gain };
  }
  if (best === undefined) throw new RangeError('at least one candidate is needed');
  return best;
}

/** Values of one parameter in the trials in which it was active. */
function valuesOf(name: string, trials: readonly Params[]): ParamValue[] {
  return trials.map((params) => params[name]).filter((value) => value !== undefined);
}
