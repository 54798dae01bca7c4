import type { Parameter, Params, Space } from '@cambium/core';
import { domainSize, pointAt, unitOf } from '@cambium/spaces';
import { type Columns, columnCount } from '../../math/gaussian-process/columns.js';

/** How the model and the maximisation of the acquisition treat one parameter. */
export interface ModelAxis {
  readonly parameter: Parameter;
  /** Among the space's parameters. */
  readonly index: number;
  /** `smooth`: moved along a gradient. `stepped`: moved from value to value. `choice`: any value is as near as any other. */
  readonly kind: 'smooth' | 'stepped' | 'choice';
  readonly column: number;
  /** Of a conditional number: the column that says whether it is active. */
  readonly activityColumn?: number;
}

/** From points to the rows of a Gaussian process. A position has one number in [0, 1] for each parameter, active or not. */
export interface ModelAxes {
  readonly axes: readonly ModelAxis[];
  readonly columns: Columns;
  /** The position of a point; ½ where a parameter is inactive. */
  position(params: Params): Float64Array;
  /** The model's row for a point. */
  row(params: Params): Float64Array;
  /** The row for a position: {@link row} of the point there, but for smooth axes, which are not rounded. */
  rowAt(position: Float64Array): Float64Array;
}

/** An integer with more values is nearly continuous. */
const mostSteps = 64;

/** The distance of an inactive parameter from an active one in the middle of its range. */
const inactivity = 0.5;

/**
 * Numbers and ordinals are coordinates: their quantiles, so that each is uniform for a random point. Categoricals are codes.
 * An inactive number lies beside the middle of its range, half a range away in a dimension of its own with the same length
 * scale: so it tells as much apart as the parameter itself does, and the covariance stays valid. An inactive categorical
 * is one more code.
 */
export function createModelAxes(space: Space): ModelAxes {
  const { parameters } = space;
  const isNumber = ({ domain }: Parameter) => domain.kind !== 'categorical';
  const numbers = parameters.filter(isNumber);
  const conditional = numbers.filter(({ conditions }) => conditions.length > 0);
  const choices = parameters.filter((parameter) => !isNumber(parameter));
  const order = [...numbers, ...conditional, ...choices];
  const axes = parameters.map((parameter, index): ModelAxis => {
    const size = domainSize(parameter.domain);
    const column = isNumber(parameter)
      ? numbers.indexOf(parameter)
      : numbers.length + conditional.length + choices.indexOf(parameter);
    const activity = conditional.indexOf(parameter);
    return {
      parameter,
      index,
      kind: isNumber(parameter) ? (size > mostSteps ? 'smooth' : 'stepped') : 'choice',
      column,
      ...(activity < 0 ? {} : { activityColumn: numbers.length + activity }),
    };
  });
  const columns: Columns = {
    numeric: numbers.length + conditional.length,
    categorical: choices.length,
    scaleOf: Int32Array.from(order, (parameter) => parameters.indexOf(parameter)),
    scales: parameters.length,
  };
  const row = (params: Params) => {
    const values = new Float64Array(columnCount(columns));
    for (const { parameter, kind, column, activityColumn } of axes) {
      const value = params[parameter.name];
      const { domain } = parameter;
      if (kind === 'choice') values[column] = value === undefined ? -1 : codeOf(domain, value);
      else values[column] = value === undefined ? 0.5 : unitOf(domain, value);
      if (activityColumn !== undefined) values[activityColumn] = value === undefined ? inactivity : 0;
    }
    return values;
  };
  return {
    axes,
    columns,
    position: (params) =>
      Float64Array.from(parameters, ({ name, domain }) => {
        const value = params[name];
        return value === undefined ? 0.5 : unitOf(domain, value);
      }),
    row,
    rowAt(position) {
      const params = pointAt(space, position);
      const values = row(params);
      for (const { parameter, index, kind, column } of axes) {
        // `!`: positions have a number for each axis.
        if (kind === 'smooth' && params[parameter.name] !== undefined) values[column] = position[index]!;
      }
      return values;
    },
  };
}

function codeOf(domain: Parameter['domain'], value: unknown): number {
  return domain.kind === 'categorical' ? domain.choices.findIndex((choice) => choice === value) : -1;
}
