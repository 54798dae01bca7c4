import { choiceMetric, type Metrics, type Parameter, type Params, type ParamValue, weightedIndex } from '@cambium/core';

/** How much a supernet thinks of each value of a parameter, in the order of the parameter's choices. */
export interface OptionWeights {
  readonly param: string;
  readonly values: readonly ParamValue[];
  readonly weights: readonly number[];
}

/** The weights that a supernet trial left in its metrics; parameters of which any is missing are left out. */
export function optionWeights(parameters: readonly Parameter[], metrics: Metrics): OptionWeights[] {
  return parameters.flatMap(({ name, domain }) => {
    if (!('choices' in domain)) return [];
    const weights = domain.choices.map((value) => metrics[choiceMetric('alpha', name, value)]);
    const known = weights.every((weight) => typeof weight === 'number' && Number.isFinite(weight));
    return known ? [{ param: name, values: domain.choices, weights: weights as number[] }] : [];
  });
}

/** The value of most weight, the first of equals. */
export function likeliest({ values, weights }: OptionWeights): ParamValue {
  return values[weights.indexOf(Math.max(...weights))] as ParamValue;
}

/** A value with a chance in proportion to its weight; `draw` is uniform in [0, 1). */
export function drawn({ values, weights }: OptionWeights, draw: number): ParamValue {
  const index = weightedIndex(
    weights.map((weight) => Math.max(0, weight)),
    draw,
  );
  return values[index] as ParamValue;
}

/**
 * The designs that a supernet trial left in its metrics to be judged next, in order: `candidate.3.arch.edge-0-1` is the
 * place of that parameter's value in the fourth.
 */
export function namedCandidates(parameters: readonly Parameter[], metrics: Metrics): Params[] {
  const designs: Params[] = [];
  for (;;) {
    const values = parameters.flatMap(({ name, domain }) => {
      const place = metrics[`candidate.${designs.length}.${name}`];
      const value = 'choices' in domain && typeof place === 'number' ? domain.choices[place] : undefined;
      return value === undefined ? [] : [[name, value] as const];
    });
    if (values.length === 0) return designs;
    designs.push(Object.fromEntries(values));
  }
}
