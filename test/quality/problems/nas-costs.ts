import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Params, Space } from '@cambium/core';
import { enumeratePoints } from '@cambium/spaces';
import { edges, tableFile } from './nas-bench-201.js';
import { MissingData } from './problem.js';
import { openTableWithSpace } from './table-problem.js';

/** What a cell costs, besides its error. */
export interface NasCost {
  /** As problems are named after it: `flops`, `gold-6226`. */
  readonly name: string;
  /** With its unit, as reference_mo.json has it: `flops_M`, `gold_6226_ms`. */
  readonly key: string;
  readonly file: string;
  readonly column: string;
  readonly scale: number;
}

/** Every cell's error and cost. */
export interface CostedTable {
  readonly space: Space;
  /** On CIFAR-10's validation images after 200 epochs, in %. */
  error(params: Params): number;
  cost(params: Params): number;
  /** All cells, in a fixed order. */
  readonly cells: readonly { readonly error: number; readonly cost: number }[];
}

/** Millions of multiply–accumulates, and the latency on each device that the file has a column of. */
export function nasCosts(dataDir: string): readonly NasCost[] {
  const latencies = path.join(dataDir, 'nasbench201/nb201_latency_ms.csv');
  const flops: NasCost = { name: 'flops', key: 'flops_M', file: tableFile(dataDir), column: 'flops_c10', scale: 1e-6 };
  const columns = existsSync(latencies) ? deviceColumns(latencies) : [];
  const devices = columns.map((column) => ({
    name: deviceName(column),
    key: `${column}_ms`,
    file: latencies,
    column,
    scale: 1,
  }));
  return [flops, ...devices];
}

/** `phones.csv:pixel_9` is a column of a file of one's own. */
const elsewhere = /^(.+\.csv):(.+)$/i;

/** Undefined where neither the table nor such a file has it. */
export function costNamed(device: string, dataDir: string): NasCost | undefined {
  const [, file, column] = elsewhere.exec(device) ?? [];
  if (file === undefined || column === undefined) return nasCosts(dataDir).find(({ name }) => name === device);
  return { name: device, key: `${column}_ms`, file: path.resolve(file), column, scale: 1 };
}

/** The devices that a file of latencies has columns of. */
export function deviceColumns(file: string): readonly string[] {
  const header = readFileSync(file, 'utf8').split('\n', 1)[0] ?? '';
  return header
    .trim()
    .split(',')
    .filter((column) => column !== 'idx' && column !== 'ops');
}

/** A column as the name of a device: `gold_6226` is `gold-6226`. */
export function deviceName(column: string): string {
  return column.replaceAll('_', '-');
}

/** @throws MissingData */
export async function openCosts({ file, column, scale }: NasCost, dataDir: string): Promise<CostedTable> {
  if (!existsSync(file)) throw new MissingData(`${file} is not here`);
  const accuracies = await openTableWithSpace({ file: tableFile(dataDir), params: edges, metrics: ['c10_val200'] });
  const prices = await openTableWithSpace({ file, params: edges, metrics: [column] });
  const error = (params: Params) => 100 - (accuracies.lookUp(params)['c10_val200'] ?? Number.NaN);
  const cost = (params: Params) => scale * (prices.lookUp(params)[column] ?? Number.NaN);
  const points = enumeratePoints(accuracies.space, accuracies.table.points) ?? [];
  const cells = points.map((params) => ({ error: error(params), cost: cost(params) }));
  // Of a cell that is not there the nearest would be taken.
  const priced = prices.table.points;
  if (priced < points.length) throw new Error(`${file} has ${priced} of the ${points.length} cells`);
  const odd = cells.findIndex((cell) => !(cell.cost >= 0 && cell.cost < Number.POSITIVE_INFINITY));
  if (odd >= 0) throw new Error(`${file} has no latency in column ${column} for ${JSON.stringify(points[odd])}`);
  return {
    space: accuracies.space,
    error,
    cost,
    cells,
  };
}
