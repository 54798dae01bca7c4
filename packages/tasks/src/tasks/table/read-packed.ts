import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ParamValue, unknownName } from '@cambium/core';
import * as z from 'zod';
import { parameterName } from './column-reference.js';
import type { ParameterColumn, TableColumns } from './columns.js';
import type { TableSettings } from './settings.js';
import { TableProblem } from './table-problem.js';

/** One file's entry in the index: a full grid, the last parameter fastest, and for each point its repetitions. */
const entry = z.object({
  shape: z.tuple([z.int().min(1), z.int().min(1)]),
  space: z.record(z.string(), z.array(z.union([z.string(), z.number()])).min(1)),
  metric: z.string(),
});

/**
 * Reads little-endian float32 numbers that the `index.json` beside them describes.
 * @throws TableProblem when the index is missing or does not fit, or columns are asked for that are not there.
 */
export async function readPacked(file: string, settings: TableSettings): Promise<TableColumns> {
  const { shape, space, metric } = await readEntry(file);
  const [rows, repetitions] = shape;
  const bytes = await readFile(file);
  const points = Object.values(space).reduce((product, values) => product * values.length, 1);
  if (points !== rows || bytes.length !== 4 * rows * repetitions) {
    const message = `${file} has ${bytes.length} bytes, and its index says ${rows} rows (${points} points) of ${repetitions} numbers; they must agree`;
    throw new TableProblem(['file'], 'bad-table', message);
  }
  refuseOthers(settings, { space, metric });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = Float64Array.from({ length: rows * repetitions }, (_, i) => view.getFloat32(4 * i, true));
  const starts = Int32Array.from({ length: rows + 1 }, (_, row) => row * repetitions);
  return { rows, parameters: gridColumns(space, rows), metrics: [{ name: metric, values, starts }] };
}

async function readEntry(file: string): Promise<z.infer<typeof entry>> {
  const index = path.join(path.dirname(file), 'index.json');
  const text = await readFile(index, 'utf8').catch(() => {
    throw new TableProblem(['file'], 'no-index', `${file} needs ${index} beside it, which says what its numbers are`);
  });
  let described: unknown;
  try {
    described = (JSON.parse(text) as Record<string, unknown>)[path.basename(file)];
  } catch (cause) {
    throw new TableProblem(['file'], 'bad-table', `${index} is not valid JSON: ${String(cause)}`);
  }
  const parsed = entry.safeParse(described);
  if (parsed.success) return parsed.data;
  const reasons = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`);
  const message = `${index} needs an entry ${path.basename(file)} with shape, space and metric: ${reasons.join('; ')}`;
  throw new TableProblem(['file'], 'bad-table', message);
}

/** All of the grid's parameters are needed, and there is one metric and nothing else. */
function refuseOthers(
  { params, metrics, curve, time }: TableSettings,
  { space, metric }: Pick<z.infer<typeof entry>, 'space' | 'metric'>,
): void {
  const names = Object.keys(space);
  const unknown = params.findIndex((name) => !names.includes(name));
  if (unknown >= 0) {
    throw new TableProblem(['params', unknown], 'unknown-column', unknownName('column', params[unknown] ?? '', names));
  }
  const left = names.filter((name) => !params.includes(name));
  if (left.length > 0) {
    throw new TableProblem(
      ['params'],
      'bad-columns',
      `a packed table needs all of its parameters: add ${left.join(', ')}`,
    );
  }
  const other = metrics.findIndex((name) => name !== metric);
  if (other >= 0) {
    const message = unknownName('column', metrics[other] ?? '', [metric]);
    throw new TableProblem(['metrics', other], 'unknown-column', message);
  }
  for (const [field, value] of Object.entries({ curve, time })) {
    if (value !== undefined) {
      throw new TableProblem([field], 'unknown-column', `a packed table has no column for ${field}; leave it out`);
    }
  }
}

function gridColumns(space: z.infer<typeof entry>['space'], rows: number): ParameterColumn[] {
  let period = rows;
  return Object.entries(space).map(([name, listed]) => {
    const repeat = period / listed.length;
    const ordered = listed.every((value) => typeof value === 'number');
    const values: ParamValue[] = ordered ? [...listed].sort((a, b) => Number(a) - Number(b)) : [...listed].map(String);
    const places = listed.map((value) => values.indexOf(ordered ? value : String(value)));
    const codes = Int32Array.from(
      { length: rows },
      (_, row) => places[Math.floor(row / repeat) % listed.length] as number,
    );
    period = repeat;
    return { name: parameterName(name), ordered, values, codes };
  });
}
