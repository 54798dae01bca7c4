import type { Parameter } from '@cambium/core';

/** Parts the parameters into groups such that no condition leads from one to another, each in the given order. */
export function conditionGroups(parameters: readonly Parameter[]): readonly (readonly Parameter[])[] {
  const groupOf = new Map<string, Parameter[]>();
  for (const parameter of parameters) {
    const parents = new Set(parameter.conditions.map(({ param }) => groupOf.get(param) ?? []));
    const merged = [...parents].flat();
    merged.push(parameter);
    for (const { name } of merged) groupOf.set(name, merged);
  }
  const place = new Map(parameters.map(({ name }, index) => [name, index]));
  return [...new Set(groupOf.values())].map((group) =>
    group.toSorted((a, b) => (place.get(a.name) ?? 0) - (place.get(b.name) ?? 0)),
  );
}
