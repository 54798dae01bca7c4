import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TaskEnvironment } from '@cambium/core';
import { remember } from '../../simulated/remember.js';
import { createTable, type Table } from './create-table.js';
import { readCsv } from './read-csv.js';
import { readPacked } from './read-packed.js';
import type { TableSettings } from './settings.js';
import { TableProblem } from './table-problem.js';

/**
 * The table that settings describe, read once in a process while its file stays as it is.
 * @throws TableProblem that says what is missing and where it is looked for.
 */
export async function openTable(settings: TableSettings, { dataDir }: TaskEnvironment): Promise<Table> {
  const file = path.resolve(dataDir, settings.file);
  const found = await stat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) {
    const message = `there is no file ${file}; put the table there, or give another path: absolute, or in the data folder ${path.resolve(dataDir)}`;
    throw new TableProblem(['file'], 'no-file', message);
  }
  const version = `${found.mtimeMs} ${found.size}`;
  return readTable({ file, version, settings });
}

interface TableFile {
  readonly file: string;
  readonly version: string;
  readonly settings: TableSettings;
}

const readers: readonly (readonly [ending: RegExp, read: typeof readCsv])[] = [
  [/\.csv(\.gz)?$/i, readCsv],
  [/\.f32$/i, readPacked],
];

const readTable = remember(
  async ({ file, settings }: TableFile) => {
    const reader = readers.find(([ending]) => ending.test(file));
    if (reader === undefined) {
      const message = `${file} is no kind of table that can be read; give a .csv, a .csv.gz or a packed .f32`;
      throw new TableProblem(['file'], 'bad-table', message);
    }
    return createTable(await reader[1](file, settings));
  },
  { keyOf: (given) => JSON.stringify(given), limit: 4 },
);
