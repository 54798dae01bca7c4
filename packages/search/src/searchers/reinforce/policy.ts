import type { Params, ParamValue, Rng, Space } from '@cambium/core';
import { isActive } from '@cambium/spaces';
import { type Axis, axesOf } from './axis.js';
import { createController } from './create-controller.js';
import { createHead } from './head.js';
import type { ReinforceOptions } from './options.js';

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
  /** Adds the gradient, by the weights, of what `credit` makes of the design's likelihood. */
  addGradient(params: Params, credit: (likelihood: Likelihood) => Credit, into: Float64Array): void;
}

/** Derivatives of what is to grow, by the design's log-likelihood and by the entropy. */
export interface Credit {
  readonly credit: number;
  readonly bonus: number;
}

export function createPolicy(space: Space, options: ReinforceOptions, rng: Rng): Policy {
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
