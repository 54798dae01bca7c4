import type { ParamValue } from '@cambium/core';

/** A parameter's values, row by row. */
export interface ParameterColumn {
  /** As the space names it. */
  readonly name: string;
  /** True: the values are numbers, in ascending order; else texts. */
  readonly ordered: boolean;
  /** The distinct values. */
  readonly values: readonly ParamValue[];
  /** For each row the index of its value. */
  readonly codes: Int32Array;
}

/** Measurements, row by row: those of row r are `values` from `starts[r]` to `starts[r + 1]`. Several are repetitions. */
export interface MetricColumn {
  readonly name: string;
  readonly values: Float64Array;
  readonly starts: Int32Array;
}

/** What a file holds of the columns that were asked for. */
export interface TableColumns {
  readonly rows: number;
  readonly parameters: readonly ParameterColumn[];
  readonly metrics: readonly MetricColumn[];
  /** For each row the step that it was measured at, from 0. Absent: the table has no curves. */
  readonly steps?: Int32Array;
}

/** Numbers as they are written when nothing is lost by reading them as numbers: `007` is a text. */
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** Distinct values and codes of one column. Numbers are ordered only where all cells are numbers. */
export function parameterColumn(name: string, cells: readonly string[], { text }: { text: boolean }): ParameterColumn {
  const ordered = !text && cells.every((cell) => number.test(cell));
  const distinct = [...new Set(cells)];
  const values = ordered ? [...new Set(distinct.map(Number))].sort((a, b) => a - b) : distinct.sort();
  const places = new Map<ParamValue, number>(values.map((value, place) => [value, place]));
  const codes = Int32Array.from(cells, (cell) => places.get(ordered ? Number(cell) : cell) as number);
  return { name, ordered, values, codes };
}
