import { ArrayMemory } from './array-memory.js';
import type { ParameterAxis } from './parameter-axis.js';
import { insertSorted, withRoom } from './sorted-rows.js';

/**
 * Observed points as rows of coordinates, column by column, with what the kernels need of them kept sorted: an ask at the
 * 10,000th trial then takes no time to sort. All arrays have room for more than `count` rows.
 */
export class ObservationTable {
  count = 0;
  /** Trial number of each row. */
  numbers = new Int32Array(0);
  /** Rows by trial number. */
  byNumber = new Int32Array(0);
  /** For each parameter the coordinate in each row, NaN where the parameter was not active. */
  readonly columns: Float64Array[];
  /** For each parameter with an order, the rows that have it by coordinate; of equals the first told first. */
  readonly sorted: Int32Array[];
  /** For each parameter how many rows have it. */
  readonly present: number[];

  constructor(
    readonly axes: readonly ParameterAxis[],
    /** For the model of the rows; of one model at a time, also of copies. */
    readonly memory = new ArrayMemory(),
  ) {
    this.columns = axes.map(() => new Float64Array(0));
    this.sorted = axes.map(() => new Int32Array(0));
    this.present = axes.map(() => 0);
  }

  add(number: number, point: Float64Array): void {
    const row = this.count;
    this.numbers = withRoom(this.numbers, row + 1);
    this.numbers[row] = number;
    this.byNumber = withRoom(this.byNumber, row + 1);
    const { numbers } = this;
    insertSorted(this.byNumber, row, { row, compare: (a, b) => (numbers[a] as number) - (numbers[b] as number) });
    for (const [index, axis] of this.axes.entries()) this.#addCoordinate(index, axis, point[index] as number);
    this.count++;
  }

  #addCoordinate(index: number, { kind }: ParameterAxis, coordinate: number): void {
    const row = this.count;
    const column = withRoom(this.columns[index] as Float64Array, row + 1);
    this.columns[index] = column;
    column[row] = coordinate;
    if (Number.isNaN(coordinate)) return;
    const count = this.present[index] as number;
    this.present[index] = count + 1;
    if (kind === 'categorical') return;
    const order = withRoom(this.sorted[index] as Int32Array, count + 1);
    this.sorted[index] = order;
    insertSorted(order, count, { row, compare: (a, b) => (column[a] as number) - (column[b] as number) });
  }

  /** A table with the same rows that can be added to by itself. */
  clone(): ObservationTable {
    const copy = new ObservationTable(this.axes, this.memory);
    copy.count = this.count;
    copy.numbers = this.numbers.slice();
    copy.byNumber = this.byNumber.slice();
    for (const index of this.axes.keys()) {
      copy.columns[index] = (this.columns[index] as Float64Array).slice();
      copy.sorted[index] = (this.sorted[index] as Int32Array).slice();
      copy.present[index] = this.present[index] as number;
    }
    return copy;
  }
}
