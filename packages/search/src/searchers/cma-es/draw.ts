import type { AskContext, Params, ParamValue, Rng } from '@cambium/core';
import type { Knowledge } from '../../history/knowledge.js';
import { type Axes, axesOf } from './axes.js';
import { drawChoices } from './categorical-distribution.js';
import { decompose, type Shape, stretch } from './covariance.js';
import { learn } from './learn.js';
import type { CmaEsOptions } from './options.js';
import { nextRun } from './start-run.js';
import type { CmaEsState, Run, Sample } from './state.js';

/** Draws of one run before it counts as used up. */
const tries = 200;

export interface Drawn {
  readonly state: CmaEsState;
  /** Undefined: neither this run nor a new one drew anything that is new and feasible. */
  readonly params: Params | undefined;
}

/**
 * A new feasible sample of the present run, or of the next where it has ended. A design whose result is known costs no
 * trial: it counts for the generation as if it had been tried again.
 */
export function draw(
  before: CmaEsState,
  number: number,
  context: AskContext<CmaEsOptions>,
  { known, results, rng }: Knowledge & { readonly rng: Rng },
): Drawn {
  const axes = axesOf(context.space);
  let state = before;
  for (let runs = 0; runs < 2; runs++) {
    if (state.run.ended !== undefined) state = nextRun(state, context, rng);
    let shape = shapeOf(state.run, axes);
    for (let i = 0; i < tries && shape !== undefined && state.run.ended === undefined; i++) {
      const sample = drawSample(state.run, number, shape, rng);
      const params = context.space.repair(paramsOf(sample, state.run, axes), rng);
      if (!context.space.isFeasible(params)) continue;
      if (!known.has(params)) {
        known.add(params);
        return { state: { ...state, pending: [...state.pending, sample] }, params };
      }
      const result = results.of(params);
      if (result === undefined) continue;
      const run = learn(state.run, { ...sample, result }, axes, context.options.tolerance);
      if (run.numeric !== state.run.numeric) shape = shapeOf(run, axes);
      state = { ...state, run };
    }
    if (state.run.ended === undefined) {
      state = { ...state, run: { ...state.run, ended: shape === undefined ? 'ill-conditioned' : 'nothing new' } };
    }
  }
  return { state, params: undefined };
}

function shapeOf({ numeric }: Run, axes: Axes): Shape | undefined {
  return decompose(numeric.covariance, axes.numeric.length);
}

function drawSample({ index, categorical }: Run, number: number, shape: Shape, rng: Rng): Sample {
  const z = Float64Array.from(shape.deviations, () => rng.normal());
  return { number, run: index, step: [...stretch(shape, z)], choices: drawChoices(categorical, rng) };
}

/** All parameters, also those that will turn out to be inactive. */
function paramsOf({ step, choices }: Sample, { numeric }: Run, axes: Axes): Params {
  const params: Record<string, ParamValue> = {};
  axes.numeric.forEach(({ name, fromCoordinate }, i) => {
    const length = numeric.sigma * (numeric.scale[i] ?? 1);
    params[name] = fromCoordinate((numeric.mean[i] ?? 0) + length * (step[i] ?? 0));
  });
  axes.categorical.forEach((axis, i) => {
    const choice = axis.choices[choices[i] ?? 0];
    if (choice !== undefined) params[axis.name] = choice;
  });
  return params;
}
