import type { Params, Space } from '@cambium/core';
import { isActive } from '@cambium/spaces';
import type { ParameterAxis } from './parameter-axis.js';

/** Coordinates in the space's order. NaN where a parameter is inactive, whatever the params say, or has no legal value. */
export function encodePoint({ parameters }: Space, axes: readonly ParameterAxis[], params: Params): Float64Array {
  return Float64Array.from(parameters, (parameter, index) =>
    // `!`: one axis for each parameter.
    isActive(parameter, params) ? axes[index]!.toAxis(params[parameter.name]) : Number.NaN,
  );
}
