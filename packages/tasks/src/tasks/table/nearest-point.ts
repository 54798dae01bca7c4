import type { Params, ParamValue } from '@cambium/core';
import type { ParameterColumn } from './columns.js';

/**
 * The distance between points is the sum over the parameters of, for numbers, the difference of their positions in the
 * column's values (0 for the lowest, 1 for the highest, evenly spaced in between whatever the values are, so that a
 * logarithmic grid is one), and for texts 0 if equal, else 1. Of equally near points the one that the table has first.
 */
export function nearestPoint(parameters: readonly ParameterColumn[], positions: Float64Array, params: Params): number {
  const count = parameters.length;
  const wanted = parameters.map((column) => wantedPosition(column, params[`hp.${column.name}`]));
  let nearest = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let point = 0; point * count < positions.length; point++) {
    let distance = 0;
    for (let i = 0; i < count && distance < shortest; i++) {
      const apart = Math.abs((positions[point * count + i] as number) - (wanted[i] as number));
      distance += parameters[i]?.ordered === true || apart === 0 ? apart : 1;
    }
    if (distance >= shortest) continue;
    shortest = distance;
    nearest = point;
  }
  return nearest;
}

/** For each point and parameter: a number's position in [0, 1], a text's code. */
export function pointPositions(parameters: readonly ParameterColumn[], codes: Int32Array): Float64Array {
  return Float64Array.from(codes, (code, at) => {
    const { ordered, values } = parameters[at % parameters.length] as ParameterColumn;
    return ordered ? code / Math.max(1, values.length - 1) : code;
  });
}

/** A number between two of the column's lies between their positions; one outside is taken for the nearest end. */
function wantedPosition({ ordered, values }: ParameterColumn, value: ParamValue | undefined): number {
  if (!ordered) return values.indexOf(value as ParamValue);
  const number = Number(value);
  const numbers = values as readonly number[];
  const above = numbers.findIndex((candidate) => candidate >= number);
  const last = Math.max(1, values.length - 1);
  if (above === 0) return 0;
  if (above === -1) return (values.length - 1) / last;
  const low = numbers[above - 1] as number;
  const high = numbers[above] as number;
  return (above - 1 + (number - low) / (high - low)) / last;
}
