import type { Params, ParamValue } from '@cambium/core';
import type { MetricColumn, ParameterColumn, TableColumns } from './columns.js';
import { nearestPoint, pointPositions } from './nearest-point.js';

/** A table that can be asked what a point measured. */
export interface Table {
  readonly parameters: readonly ParameterColumn[];
  /** Steps of a curve; 1 without curves. */
  readonly steps: number;
  /** How many different points there are. */
  readonly points: number;
  /** The point with exactly these params, or else the nearest one. Texts must be the column's. */
  find(params: Params): number;
  /**
   * What a point measured at a step (from 1), by metric; null where the table has nothing there.
   *
   * @param draw which of several repetitions, in [0, 1); null: their mean.
   */
  measure(point: number, step: number, draw: number | null): Record<string, number | null>;
}

export function createTable(columns: TableColumns): Table {
  const { parameters, metrics } = columns;
  const { points, codes, pointOf } = groupRows(columns);
  const steps = columns.steps?.reduce((most, step) => Math.max(most, step + 1), 0) ?? 1;
  const rows: number[][] = Array.from({ length: points * steps }, () => []);
  for (let row = 0; row < columns.rows; row++) {
    rows[(pointOf[row] as number) * steps + (columns.steps?.[row] ?? 0)]?.push(row);
  }
  const exact = new Map<string, number>();
  for (let point = 0; point < points; point++)
    exact.set(keyOf(codes.subarray(point * parameters.length), parameters), point);
  const places = parameters.map(
    ({ values }) => new Map<ParamValue, number>(values.map((value, place) => [value, place])),
  );
  const positions = pointPositions(parameters, codes);
  return {
    parameters,
    steps,
    points,
    find(params) {
      const wanted = parameters.map(({ name }, i) => places[i]?.get(params[`hp.${name}`] as ParamValue) ?? -1);
      return exact.get(keyOf(wanted, parameters)) ?? nearestPoint(parameters, positions, params);
    },
    measure(point, step, draw) {
      const measured = rows[point * steps + step - 1] ?? [];
      return Object.fromEntries(metrics.map((metric) => [metric.name, summary(metric, measured, draw)]));
    },
  };
}

/** Numbers the distinct points in the order of their first rows. */
function groupRows({ rows, parameters }: TableColumns) {
  const numbers = new Map<string, number>();
  const pointOf = new Int32Array(rows);
  const codes: number[] = [];
  const current = new Int32Array(parameters.length);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < parameters.length; i++) current[i] = parameters[i]?.codes[row] as number;
    const key = keyOf(current, parameters);
    const known = numbers.get(key);
    if (known === undefined) {
      codes.push(...current);
      numbers.set(key, numbers.size);
    }
    pointOf[row] = known ?? numbers.size - 1;
  }
  return { points: numbers.size, codes: Int32Array.from(codes), pointOf };
}

function keyOf(codes: ArrayLike<number>, { length }: readonly unknown[]): string {
  let key = '';
  for (let i = 0; i < length; i++) key += `${codes[i]} `;
  return key;
}

function summary({ values, starts }: MetricColumn, rows: readonly number[], draw: number | null): number | null {
  const all = rows.flatMap((row) => Array.from(values.subarray(starts[row], starts[row + 1])));
  if (all.length === 0) return null;
  const value =
    draw === null ? all.reduce((sum, next) => sum + next, 0) / all.length : all[Math.floor(draw * all.length)];
  return value === undefined || Number.isNaN(value) ? null : value;
}
