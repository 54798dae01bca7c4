import type { Parameter } from '@cambium/core';

/**
 * The parameters of each sub-policy, aligned, of a space whose policies are a list of sub-policies that all have the same
 * parameters and can change places: `aug.<place>.…`, as in the dialect autoaugment. Undefined for every other space.
 */
export function subPoliciesOf(parameters: readonly Parameter[]): readonly (readonly Parameter[])[] | undefined {
  const subPolicies: Parameter[][] = [];
  for (const parameter of parameters.filter(({ branch }) => branch === 'aug')) {
    const place = placeIn(parameter.name);
    if (place === undefined || parameter.conditions.length > 0) return undefined;
    (subPolicies[place] ??= []).push(parameter);
  }
  const [first] = subPolicies;
  if (first === undefined) return undefined;
  const wanted = contentOf(first);
  // `from`: a place that no parameter names is a hole.
  return Array.from(subPolicies, (each) => each && contentOf(each)).every((content) => content === wanted)
    ? subPolicies
    : undefined;
}

function placeIn(name: string): number | undefined {
  const digits = /^aug\.(\d{1,4})\./.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Names without the place, and domains. */
function contentOf(parameters: readonly Parameter[]): string {
  return JSON.stringify(parameters.map(({ name, domain }) => [name.split('.').slice(2), domain]));
}
