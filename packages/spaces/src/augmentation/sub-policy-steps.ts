import type { Parameter } from '@cambium/core';
import { subPoliciesOf } from './sub-policies.js';

/** The parameters of one step; those that have a single value are absent. */
export interface StepParameters {
  readonly op?: Parameter;
  readonly probability?: Parameter;
  readonly magnitude?: Parameter;
}

/**
 * The steps of each sub-policy of a space as {@link subPoliciesOf} finds them, whose parameters are called
 * `aug.<sub-policy>.<step>.op`, `.probability` and `.magnitude`. Undefined for every other space.
 */
export function subPolicySteps(parameters: readonly Parameter[]): readonly (readonly StepParameters[])[] | undefined {
  const all = subPoliciesOf(parameters)?.map(stepsOf);
  return all?.every((steps) => steps !== undefined) ? (all as StepParameters[][]) : undefined;
}

function stepsOf(parameters: readonly Parameter[]): StepParameters[] | undefined {
  const steps: { -readonly [Field in keyof StepParameters]: StepParameters[Field] }[] = [];
  for (const parameter of parameters) {
    const [, , place, field, ...rest] = parameter.name.split('.');
    if (rest.length > 0 || !isField(field) || !/^\d$/.test(place ?? '')) return undefined;
    (steps[Number(place)] ??= {})[field] = parameter;
  }
  // `from`: a place that no parameter names is a hole.
  return Array.from(steps).every((step) => step !== undefined) ? steps : undefined;
}

function isField(name: string | undefined): name is keyof StepParameters {
  return name === 'op' || name === 'probability' || name === 'magnitude';
}
