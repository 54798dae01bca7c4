import { createRng, type Params, type ParamValue } from '@cambium/core';
import { remember } from '../../simulated/remember.js';
import { sizeOf } from './check-size.js';
import { functions } from './functions/registry.js';
import { curveAt } from './learning-curve.js';
import { checkPoint, type FunctionParameter, positionOf } from './parameters.js';
import type { FunctionSettings } from './settings.js';
import type { Measurement } from './test-function.js';

/** A function as settings describe it, with its curve and its noise. */
export interface Benchmark {
  readonly steps: number;
  readonly parameters: readonly (readonly [name: string, parameter: FunctionParameter])[];
  /** The objectives' lower bounds; for a single objective the lowest value, where it is known. */
  readonly bounds: readonly number[];
  /** Mean position of hyperparameters in their ranges, from 0 to 1. */
  cost(hp: Readonly<Record<string, ParamValue>>): number;
  /**
   * What a trial measures at a step. @param noise names its random numbers, e.g. by seed, trial and step.
   * @throws CambiumError `fix-input` for params at which the function is not defined.
   */
  measure(params: Params, step: number, noise: readonly (string | number)[]): Measurement;
}

/** Opening computes rotations and peaks, so a worker does it once. */
export const openBenchmark = remember(open, {
  keyOf: (settings: FunctionSettings) => JSON.stringify(settings),
  limit: 8,
});

function open(settings: FunctionSettings): Benchmark {
  const { steps, noise: deviation } = settings;
  const definition = functions.get(settings.function);
  const size = sizeOf(settings);
  const byName = definition.parameters(size);
  const parameters = Object.entries(byName);
  const { bounds, evaluate } = definition.open(size);
  const [leadingName, leading] = parameters[0] as (typeof parameters)[number];
  return {
    steps,
    parameters,
    bounds,
    cost(hp) {
      const positions = Object.entries(hp).flatMap(([name, value]) => {
        const parameter = byName[name];
        return parameter === undefined ? [] : [positionOf(parameter, value)];
      });
      return positions.reduce((sum, position) => sum + position, 0) / Math.max(1, positions.length);
    },
    measure(params, step, noise) {
      checkPoint(parameters, params);
      const exact = evaluate(params);
      const position = positionOf(leading, params[`hp.${leadingName}`] as ParamValue);
      const objectives = curveAt(exact.objectives, { step, steps, position, bounds });
      if (deviation === 0) return { ...exact, objectives };
      const rng = noise.reduce((fork, name) => fork.fork(name), createRng('noise'));
      return { ...exact, objectives: objectives.map((value) => value + deviation * rng.normal()) };
    },
  };
}
