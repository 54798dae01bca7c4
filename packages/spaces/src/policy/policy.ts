import type { Params, ParamValue, Rng, Space } from '@cambium/core';
import { isActive } from '../space/activity.js';
import { type Axis, axesOf } from './axis.js';
import { createController } from './create-controller.js';
import { createHead } from './head.js';
import type { PolicyOptions } from './policy-options.js';

/** A design's likelihood under the policy. */
export interface Likelihood {
  /** Logarithm of the product over the active parameters: probabilities of choices, densities of numbers. */
  readonly log: number;
  /** Sum over the active parameters, each given those before it, in nats. */
  readonly entropy: number;
}

/** A distribution over the points of a space. Inactive parameters are neither drawn nor credited. */
export interface Policy {
  readonly weights: Float64Array;
  draw(rng: Rng): Params;
  likelihoodOf(params: Params): Likelihood;
  /** How likely each value of each active choice is, given those chosen before it; in the order of its values. */
  probabilitiesOf(params: Params): ReadonlyMap<string, readonly number[]>;
  /** Adds the gradient, by the weights, of what `credit` makes of the design's likelihood. */
  addGradient(params: Params, credit: (likelihood: Likelihood) => Credit, into: Float64Array): void;
}

/** Derivatives of what is to grow, by the design's log-likelihood and by the entropy. */
export interface Credit {
  readonly credit: number;
  readonly bonus: number;
}

export function createPolicy(space: Pick<Space, 'parameters'>, options: PolicyOptions, rng: Rng): Policy {
  const axes = axesOf(space);
  const heads = axes.map((axis) => createHead(axis, options));
  const gradients = axes.map(({ width }) => new Float64Array(width));
  const controller = createController(axes, options, rng);

  /** Goes through the parameters that the choices so far activate. */
  const walk = (choose: (axis: Axis) => number | undefined): Params => {
    const params: Record<string, ParamValue> = {};
    controller.beginEpisode();
    for (const axis of axes) {
      if (!isActive(axis.parameter, params)) continue;
      // `!`: there is a head for each axis.
      heads[axis.index]!.read(controller.outputs(axis));
      const action = choose(axis);
      if (action === undefined) continue;
      controller.take(axis, action);
      params[axis.parameter.name] = axis.valueOf(action);
    }
    return params;
  };

  /** What was done on each axis to get these params, with its likelihood. */
  const retrace = (params: Params) => {
    const actions: { readonly axis: Axis; readonly action: number }[] = [];
    let log = 0;
    let entropy = 0;
    walk((axis) => {
      const value = params[axis.parameter.name];
      const action = value === undefined ? -1 : axis.actionOf(value);
      // A value that is none of the space's (from an experiment with another one) is no action of this policy.
      if (axis.kind === 'choice' && action < 0) return undefined;
      if (value === undefined) return undefined;
      const head = heads[axis.index]!;
      log += head.logLikelihood(action);
      entropy += head.entropy();
      actions.push({ axis, action });
      return action;
    });
    return { actions, log, entropy };
  };

  return {
    weights: controller.weights,
    draw: (rng) => walk((axis) => heads[axis.index]!.draw(rng)),
    likelihoodOf: (params) => retrace(params),
    probabilitiesOf(params) {
      const found = new Map<string, readonly number[]>();
      walk((axis) => {
        const { name } = axis.parameter;
        const value = params[name];
        if (axis.kind === 'choice') {
          const likely = (action: number) => Math.exp(heads[axis.index]!.logLikelihood(action));
          found.set(
            name,
            Array.from({ length: axis.width }, (_, action) => likely(action)),
          );
        }
        return value === undefined ? undefined : axis.actionOf(value);
      });
      return found;
    },
    addGradient(params, credit, into) {
      const { actions, ...likelihood } = retrace(params);
      const weights = credit(likelihood);
      const rows = actions.map(({ axis, action }) => {
        const row = gradients[axis.index]!;
        heads[axis.index]!.gradient(action, weights, row);
        return row;
      });
      controller.addGradient(rows, into);
    },
  };
}
