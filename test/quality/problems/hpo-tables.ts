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

/** Of problems whose objective is the score itself. */
const logged = '-log';

/**
 * FCNet (Klein and Hutter 2019) and HPOBench's MLP (Eggensperger et al. 2021): full grids, the mean over the repetitions.
 * FCNet is scored by the decimal logarithm of the regret in the validation error, MLP by the regret in balanced accuracy.
 * Searchers see the error as it is; in `fcnet-slice-log` that logarithm, which is another problem for those that model values.
 */
export const hpoTables: ProblemFamily = {
  names: (dataDir) =>
    Object.keys(namesIn(dataDir)).flatMap((name) => (name.startsWith('fcnet-') ? [name, name + logged] : [name])),
  open(name, dataDir) {
    const file = namesIn(dataDir)[name.endsWith(logged) ? name.slice(0, -logged.length) : name];
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
  const scoreOf = (value: number) =>
    logarithmic ? Math.log10(Math.max(smallestRegret, regret(value))) : regret(value);
  const common = {
    name,
    measures: logarithmic ? 'log10 of the regret of the validation error' : 'regret of the balanced accuracy',
    better: 'lower',
    unit: 'trials',
    budgets: [25, 50, 100],
    summary: 'mean',
    space,
    maxStep: 1,
    references: optunaReferences(dataDir, reference),
  } as const;
  if (name.endsWith(logged)) {
    return {
      ...common,
      objectives: [{ metric: 'score', direction: 'minimize' }],
      measure: (params: Params) => ({ score: scoreOf(lookUp(params)[metric] ?? Number.NaN) }),
      start: () => bestOf('score', 'minimize'),
    };
  }
  return {
    ...common,
    objectives: [{ metric, direction }],
    measure: (params: Params) => lookUp(params),
    start: () => mapped(bestOf(metric, direction), scoreOf),
  };
}
