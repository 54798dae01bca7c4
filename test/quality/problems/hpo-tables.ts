import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Params } from '@cambium/core';
import { highestOf, optunaReferences } from './nas-bench-201.js';
import { bestOf, mapped, type Problem, type ProblemFamily } from './problem.js';
import { readJson } from './read-json.js';
import { openTableWithSpace } from './table-problem.js';

interface Entry {
  readonly family: 'fcnet' | 'hpobench_mlp';
  readonly dataset: string;
  readonly direction: 'minimize' | 'maximize';
  readonly metric: string;
  readonly space: Readonly<Record<string, unknown>>;
}

/** A search that found the best row has no logarithm of its regret; this stands for zero. */
const smallestRegret = 1e-6;

/**
 * FCNet (Klein and Hutter 2019) and HPOBench's MLP (Eggensperger et al. 2021): full grids, the mean over the repetitions.
 * FCNet is scored by the decimal logarithm of the regret in the validation error, MLP by the regret in balanced accuracy.
 */
export const hpoTables: ProblemFamily = {
  names: (dataDir) => Object.keys(namesIn(dataDir)),
  open(name, dataDir) {
    const file = namesIn(dataDir)[name];
    return file === undefined ? undefined : openGrid(name, file, dataDir);
  },
};

const folderOf = (dataDir: string) => path.join(dataDir, 'hpo_tabular');

/** `fcnet-slice` and `mlp-credit-g`, by file. */
function namesIn(dataDir: string): Record<string, string> {
  const index = path.join(folderOf(dataDir), 'index.json');
  if (!existsSync(index)) return {};
  const names = Object.entries(readJson<Readonly<Record<string, Entry>>>(index)).map(([file, { family, dataset }]) => {
    return [family === 'fcnet' ? `fcnet-${firstWord(dataset)}` : `mlp-${dataset.replaceAll('_', '-')}`, file];
  });
  return Object.fromEntries(names);
}

function firstWord(dataset: string): string {
  return dataset.split('_')[0] ?? dataset;
}

async function openGrid(name: string, file: string, dataDir: string): Promise<Problem> {
  const index = readJson<Readonly<Record<string, Entry>>>(path.join(folderOf(dataDir), 'index.json'));
  const { family, dataset, direction, metric, space: columns } = index[file] as Entry;
  const given = { file: path.join(folderOf(dataDir), file), params: Object.keys(columns), metrics: [metric] };
  const { space, table, lookUp } = await openTableWithSpace(given);
  const sign = direction === 'maximize' ? 1 : -1;
  const best = sign * highestOf(table.points, (point) => sign * (table.measure(point, 1, null)[metric] ?? Number.NaN));
  const regret = (value: number) => sign * (best - value);
  const logarithmic = family === 'fcnet';
  const reference = logarithmic ? `fcnet_${firstWord(dataset)}(log10 regret)` : `hpobench_${dataset}(regret bal.acc)`;
  return {
    name,
    measures: logarithmic ? 'log10 of the regret of the validation error' : 'regret of the balanced accuracy',
    better: 'lower',
    unit: 'trials',
    budgets: [25, 50, 100],
    summary: 'mean',
    space,
    objectives: [{ metric, direction }],
    maxStep: 1,
    measure: (params: Params) => lookUp(params),
    start: () =>
      mapped(bestOf(metric, direction), (value) =>
        logarithmic ? Math.log10(Math.max(smallestRegret, regret(value))) : regret(value),
      ),
    references: optunaReferences(dataDir, reference),
  };
}
