import { type Columns, columnCount } from './columns.js';
import type { KernelParameters } from './kernel-parameters.js';

const rootFive = Math.sqrt(5);
const { exp, sqrt } = Math;

/** Covariances between rows, with their length scales built into the coordinates. */
export interface Covariance {
  readonly width: number;
  /** Writes a row in units of its length scales. */
  scaleRow(row: ArrayLike<number>, scaled: Float64Array, at?: number): void;
  /**
   * Writes the covariances of a scaled row with the first `count` of some scaled rows, and their derivatives with respect to
   * the squared distances.
   */
  evaluate(
    row: Float64Array,
    rows: Float64Array,
    count: number,
    into: { values: Float64Array; slopes: Float64Array },
  ): void;
  /**
   * Adds the derivatives of Σ wᵢ·(squared distance to row i) with respect to the numbers of the row as it was before
   * scaling. Codes have none.
   */
  addSlopes(row: Float64Array, rows: Float64Array, weights: ArrayLike<number>, slopes: Float64Array): void;
}

/** Of the Matérn 5/2 kernel, for as many columns as there may be. Written out here: this is the innermost loop of all. */
export function createCovariance(columns: Columns, { inverseSquaredLengths, scale }: KernelParameters): Covariance {
  const width = columnCount(columns);
  const { numeric } = columns;
  // `!` in this file: the index stays within the arrays.
  const squares = Float64Array.from(columns.scaleOf, (index) => inverseSquaredLengths[index]!);
  const factors = squares.map((square, column) => (column < numeric ? sqrt(square) : 1));
  const slope = (-5 / 6) * scale;
  return {
    width,
    scaleRow(row, scaled, at = 0) {
      for (let column = 0; column < width; column++) scaled[at + column] = row[column]! * factors[column]!;
    },
    evaluate(row, rows, count, { values, slopes }) {
      for (let i = 0, at = 0; i < count; i++, at += width) {
        let squaredDistance = 0;
        for (let column = 0; column < numeric; column++) {
          const difference = row[column]! - rows[at + column]!;
          squaredDistance += difference * difference;
        }
        for (let column = numeric; column < width; column++) {
          if (row[column] !== rows[at + column]) squaredDistance += squares[column]!;
        }
        const r = rootFive * sqrt(squaredDistance);
        const decay = exp(-r);
        values[i] = scale * (1 + r + (5 / 3) * squaredDistance) * decay;
        slopes[i] = slope * (1 + r) * decay;
      }
    },
    addSlopes(row, rows, weights, slopes) {
      for (let column = 0; column < numeric; column++) {
        const coordinate = row[column]!;
        let sum = 0;
        for (let i = 0, at = column; i < weights.length; i++, at += width)
          sum += weights[i]! * (coordinate - rows[at]!);
        slopes[column]! += 2 * factors[column]! * sum;
      }
    },
  };
}
