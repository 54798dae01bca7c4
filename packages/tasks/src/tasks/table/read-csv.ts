import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { unknownName } from '@cambium/core';
import { parameterName, parseReference } from './column-reference.js';
import { type MetricColumn, type ParameterColumn, parameterColumn, type TableColumns } from './columns.js';
import { parseCsv } from './parse-csv.js';
import type { TableSettings } from './settings.js';
import { TableProblem } from './table-problem.js';

type Path = (string | number)[];

/** A CSV file's cells, column by column. */
interface CsvFile {
  readonly rows: number;
  /** @throws TableProblem when there is no such column. */
  column(name: string, path: Path): readonly string[];
}

/** Reads the columns that the settings name. @throws TableProblem where one is missing or holds something else. */
export async function readCsv(file: string, settings: TableSettings): Promise<TableColumns> {
  const bytes = await readFile(file);
  const text = file.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes;
  const csv = openCsv(text.toString('utf8'), file);
  const { params, metrics, curve, time } = settings;
  const measured = [
    ...metrics.map((name, i): [string, Path] => [name, ['metrics', i]]),
    ...(time === undefined ? [] : [[time, ['time']] as [string, Path]]),
  ];
  return {
    rows: csv.rows,
    parameters: params.map((name, i) => readParameter(csv, name, ['params', i])),
    metrics: measured.map(([name, path]) => readMetric(csv, name, path)),
    ...(curve === undefined ? {} : { steps: readSteps(csv, curve) }),
  };
}

function openCsv(text: string, file: string): CsvFile {
  const [header = [], ...rows] = parseCsv(text);
  const broken = rows.findIndex((row) => row.length !== header.length);
  if (broken >= 0) {
    const message = `row ${broken + 1} of ${file} has ${rows[broken]?.length} cells, and the header ${header.length}; each row needs as many`;
    throw new TableProblem(['file'], 'bad-table', message);
  }
  if (rows.length === 0) throw new TableProblem(['file'], 'bad-table', `${file} has no rows below a header`);
  return {
    rows: rows.length,
    column(name, path) {
      const place = header.indexOf(name);
      if (place >= 0) return rows.map((row) => row[place] as string);
      throw new TableProblem(path, 'unknown-column', unknownName('column', name, header));
    },
  };
}

function readParameter(csv: CsvFile, reference: string, path: Path): ParameterColumn {
  const { column, character } = parseReference(reference);
  const cells = csv.column(column, path);
  const name = parameterName(reference);
  if (character === null) return parameterColumn(name, cells, { text: false });
  const short = cells.find((cell) => cell.length <= character);
  if (short !== undefined) {
    const message = `"${short}" in column ${column} has only ${short.length} characters; count them from 0`;
    throw new TableProblem(path, 'bad-columns', message);
  }
  return parameterColumn(
    name,
    cells.map((cell) => cell[character] as string),
    { text: true },
  );
}

/** An empty cell is a measurement that is missing. */
function readMetric(csv: CsvFile, name: string, path: Path): MetricColumn {
  const cells = csv.column(name, path);
  const starts = new Int32Array(cells.length + 1);
  const values: number[] = [];
  cells.forEach((cell, row) => {
    for (const text of cell === '' ? [] : cell.split(';')) values.push(readNumber(text, { name, row, path }));
    starts[row + 1] = values.length;
  });
  return { name, values: Float64Array.from(values), starts };
}

/** Ranks of the steps, from 0. */
function readSteps(csv: CsvFile, name: string): Int32Array {
  const path = ['curve'];
  const steps = csv.column(name, path).map((cell, row) => readNumber(cell, { name, row, path }));
  const order = [...new Set(steps)].sort((a, b) => a - b);
  const ranks = new Map(order.map((step, rank) => [step, rank]));
  return Int32Array.from(steps, (step) => ranks.get(step) as number);
}

function readNumber(text: string, { name, row, path }: { name: string; row: number; path: Path }): number {
  const value = Number(text);
  if (text.trim() !== '' && !Number.isNaN(value)) return value;
  if (/^\s*(nan|none|null|na)\s*$/i.test(text)) return Number.NaN;
  throw new TableProblem(path, 'bad-columns', `column ${name} needs numbers, and has "${text}" in row ${row + 1}`);
}
