import type { Condition, Parameter, Params, ParamValue } from '@cambium/core';

/** True when the condition holds for the value of its parent; undefined stands for an inactive parent. */
export function holds(condition: Condition, value: ParamValue | undefined): boolean {
  if (value === undefined) return false;
  if (condition.in !== undefined && !condition.in.includes(value)) return false;
  if (condition.min === undefined && condition.max === undefined) return true;
  if (typeof value !== 'number') return false;
  return value >= (condition.min ?? -Infinity) && value <= (condition.max ?? Infinity);
}

/** True when every condition holds given the values of the active parameters before it. */
export function isActive(parameter: Parameter, earlier: Params): boolean {
  return parameter.conditions.every((condition) => holds(condition, earlier[condition.param]));
}

/**
 * Walks the parameters, parents first, and keeps what `choose` returns for the active ones. `choose` returning
 * undefined leaves the parameter out, and with it everything that depends on it.
 */
export function assign(
  parameters: readonly Parameter[],
  choose: (parameter: Parameter, index: number) => ParamValue | undefined,
): Params {
  const params: Record<string, ParamValue> = {};
  for (const [index, parameter] of parameters.entries()) {
    if (!isActive(parameter, params)) continue;
    const value = choose(parameter, index);
    if (value !== undefined) params[parameter.name] = value;
  }
  return params;
}
