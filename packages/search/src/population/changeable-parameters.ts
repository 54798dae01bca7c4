import type { Parameter, Space } from '@cambium/core';

/**
 * Names of the parameters that may change in the course of a training. Weights fit one architecture: what belongs to it is
 * kept, and so are the parameters to `keep` (names, or beginnings before a dot: `train`), and whatever these depend on.
 */
export function changeableParameters({ parameters }: Space, keep: readonly string[]): ReadonlySet<string> {
  const isKept = ({ name, branch }: Parameter) =>
    branch === 'arch' || keep.some((kept) => name === kept || name.startsWith(`${kept}.`));
  const kept = new Set<string>();
  // Parents come before children: from the last to the first, a condition is met before its parent.
  for (const parameter of parameters.toReversed()) {
    if (!isKept(parameter) && !kept.has(parameter.name)) continue;
    kept.add(parameter.name);
    for (const { param } of parameter.conditions) kept.add(param);
  }
  return new Set(parameters.map(({ name }) => name).filter((name) => !kept.has(name)));
}
