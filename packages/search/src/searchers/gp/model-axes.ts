import type { Parameter, Params, PathEncoding, Space } from '@cambium/core';
import { domainSize, pointAt, unitOf } from '@cambium/spaces';
import { type Columns, columnCount } from '../../math/gaussian-process/columns.js';

/** How the model and the maximisation of the acquisition treat one parameter. */
export interface ModelAxis {
  readonly parameter: Parameter;
  /** Among the space's parameters. */
  readonly index: number;
  /** `smooth`: moved along a gradient. `stepped`: moved from value to value. `choice`: any value is as near as any other. */
  readonly kind: 'smooth' | 'stepped' | 'choice';
  /** Of the model's rows: that of the parameter, or the first of the paths that stand for it. */
  readonly column: number;
  /** Of a conditional number: the column that says whether it is active. */
  readonly activityColumn?: number;
  /** Index of its length scale. */
  readonly scale: number;
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
 * is one more code. Paths are coordinates with one length scale for all: where they are given, they stand for parameters.
 */
export function createModelAxes(space: Space, paths?: PathEncoding): ModelAxes {
  const { parameters } = space;
  const seen = parameters.filter(({ name }) => paths?.params.includes(name) !== true);
  const isNumber = ({ domain }: Parameter) => domain.kind !== 'categorical';
  const numbers = seen.filter(isNumber);
  const conditional = numbers.filter(({ conditions }) => conditions.length > 0);
  const choices = seen.filter((parameter) => !isNumber(parameter));
  const firstPath = numbers.length + conditional.length;
  const pathCount = paths?.paths.length ?? 0;
  const scaleOf = (parameter: Parameter) => seen.indexOf(parameter);
  const scaleOfPaths = seen.length;
  const axes = parameters.map((parameter, index): ModelAxis => {
    const scale = scaleOf(parameter);
    if (scale < 0) return { parameter, index, kind: 'choice', column: firstPath, scale: scaleOfPaths };
    const size = domainSize(parameter.domain);
    const column = isNumber(parameter)
      ? numbers.indexOf(parameter)
      : firstPath + pathCount + choices.indexOf(parameter);
    const activity = conditional.indexOf(parameter);
    return {
      parameter,
      index,
      kind: isNumber(parameter) ? (size > mostSteps ? 'smooth' : 'stepped') : 'choice',
      column,
      ...(activity < 0 ? {} : { activityColumn: numbers.length + activity }),
      scale,
    };
  });
  const columns: Columns = {
    numeric: firstPath + pathCount,
    categorical: choices.length,
    scaleOf: Int32Array.of(
      ...[...numbers, ...conditional].map(scaleOf),
      ...new Array<number>(pathCount).fill(scaleOfPaths),
      ...choices.map(scaleOf),
    ),
    scales: paths === undefined ? scaleOfPaths : scaleOfPaths + 1,
  };
  const row = (params: Params) => {
    const values = new Float64Array(columnCount(columns));
    if (paths !== undefined) values.set(paths.count(params), firstPath);
    for (const { parameter, kind, column, activityColumn, scale } of axes) {
      if (scale === scaleOfPaths) continue;
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
