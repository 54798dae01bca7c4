import { factorRows } from '../linear-algebra/cholesky.js';
import { rowStart, triangleLength } from '../linear-algebra/packed-triangle.js';
import { type Columns, columnCount, type Rows } from './columns.js';
import { type Covariance, createCovariance } from './covariance.js';
import { fromLogParameters, type KernelParameters, type LogParameters } from './kernel-parameters.js';

/** The Cholesky factor of a covariance matrix that grows with its rows. Equal to the last bit however it grew. */
export interface GrowingFactor {
  readonly parameters: KernelParameters;
  readonly covariance: Covariance;
  /** The rows so far in units of their length scales, and the packed factor; both longer than they are filled. */
  readonly rows: Float64Array;
  readonly triangle: Float64Array;
  readonly count: number;
  /** Brings it to these rows; the first `count` must be those it has. */
  grow(rows: Rows): void;
  /**
   * Writes a further row behind the others, without counting it: the next `grow` overwrites it. `place` is 0 for the first of
   * these, and so on. Its noise is that of a value known for sure.
   */
  lend(row: Float64Array, place: number, noise: number): void;
}

export function createGrowingFactor(columns: Columns, logParameters: LogParameters): GrowingFactor {
  const parameters = fromLogParameters(logParameters);
  const covariance = createCovariance(columns, parameters);
  const width = columnCount(columns);
  let rows = new Float64Array(0);
  let triangle = new Float64Array(0);
  let slopes = new Float64Array(0);
  let count = 0;
  const reserve = (needed: number) => {
    if (needed <= slopes.length) return;
    const capacity = Math.ceil(1.25 * needed) + 8;
    const longer = (numbers: Float64Array, length: number) => {
      const copy = new Float64Array(length);
      copy.set(numbers);
      return copy;
    };
    rows = longer(rows, capacity * width);
    triangle = longer(triangle, triangleLength(capacity));
    slopes = new Float64Array(capacity);
  };
  const write = (row: Float64Array, at: number, noise: number) => {
    covariance.scaleRow(row, rows, at * width);
    const own = triangle.subarray(rowStart(at));
    covariance.evaluate(rows.subarray(at * width), rows, at + 1, { values: own, slopes });
    own[at]! += noise;
  };
  const smallestPivot = parameters.noise / 2;
  return {
    parameters,
    covariance,
    get rows() {
      return rows;
    },
    get triangle() {
      return triangle;
    },
    get count() {
      return count;
    },
    grow({ values, count: wanted }) {
      reserve(wanted);
      for (let i = count; i < wanted; i++) write(values.subarray(i * width), i, parameters.noise);
      factorRows(triangle, { from: count, to: wanted, smallestPivot });
      count = wanted;
    },
    lend(row, place, noise) {
      const at = count + place;
      reserve(at + 1);
      write(row, at, noise);
      factorRows(triangle, { from: at, to: at + 1, smallestPivot: noise / 2 });
    },
  };
}
