import type { Parameter, Params } from '@cambium/core';

const prefix = 'aug.';

/** The part of parameter names that tells groups of classes apart. */
export const groupName = (group: number | 'rest') => (group === 'rest' ? 'rest' : `group${group + 1}`);

/** `aug.count` of group 1 is `aug.group1.count`, and its conditions are on the same group's parameters. */
export function ofGroup(parameter: Parameter, group: string): Parameter {
  const renamed = (name: string) => `${prefix}${group}.${name.slice(prefix.length)}`;
  return {
    ...parameter,
    name: renamed(parameter.name),
    conditions: parameter.conditions.map((condition) => ({ ...condition, param: renamed(condition.param) })),
  };
}

/** What the group's own search would call its params. */
export function paramsOfGroup(params: Params, group: string): Params {
  const own = `${prefix}${group}.`;
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      name.startsWith(own) ? [[prefix + name.slice(own.length), value]] : [],
    ),
  );
}
