import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Params } from '@cambium/core';
import { hypervolume, lossesOf } from '@cambium/search';
import { edges, tableFile } from './nas-bench-201.js';
import { MissingData, type Problem, type ProblemFamily, type Progress } from './problem.js';
import { readJson } from './read-json.js';
import { type Reached, reference } from './references.js';
import { openTableWithSpace } from './table-problem.js';

/** By name: the costs beside the error, and what reference_mo.json calls them. */
const costs = {
  'nb201-flops': { key: 'flops_M', file: 'nb201.csv', column: 'flops_c10', scale: 1e-6 },
  'nb201-gold-6226': { key: 'gold_6226_ms', file: 'nb201_latency_ms.csv', column: 'gold_6226', scale: 1 },
  'nb201-raspi4': { key: 'raspi4_ms', file: 'nb201_latency_ms.csv', column: 'raspi4', scale: 1 },
} as const;
type Cost = (typeof costs)[keyof typeof costs];

interface Fronts {
  readonly ref_point: readonly number[];
  readonly true_hv: number;
  readonly Random: Reached;
  readonly 'NSGAII(pop50)': Reached;
  readonly 'MOTPE(5.0)': Reached;
}

/** NAS-Bench-201 with two objectives: the error after 200 epochs on CIFAR-10's validation images, and a cost. */
export const paretoProblems: ProblemFamily = {
  names: () => Object.keys(costs),
  open(name, dataDir) {
    return name in costs ? openPareto(name, costs[name as keyof typeof costs], dataDir) : undefined;
  },
};

async function openPareto(name: string, cost: Cost, dataDir: string): Promise<Problem> {
  const file = path.join(dataDir, 'nasbench201', cost.file);
  if (!existsSync(file)) throw new MissingData(`${file} is not here`);
  const error = await openTableWithSpace({ file: tableFile(dataDir), params: edges, metrics: ['c10_val200'] });
  const price = await openTableWithSpace({ file, params: edges, metrics: [cost.column] });
  const fronts = readJson<Readonly<Record<string, Fronts>>>(path.join(dataDir, 'nasbench201/reference_mo.json'));
  const known = fronts[cost.key] as Fronts;
  return {
    name,
    measures: `share of the true hypervolume of error and ${cost.key.replace('_', ' ')}`,
    better: 'higher',
    unit: 'trials',
    budgets: [100, 200, 300, 500, 1000],
    summary: 'mean',
    space: error.space,
    objectives: [
      { metric: 'error', direction: 'minimize' },
      { metric: 'cost', direction: 'minimize' },
    ],
    maxStep: 1,
    measure: (params: Params) => ({
      error: 100 - (error.lookUp(params)['c10_val200'] ?? Number.NaN),
      cost: cost.scale * (price.lookUp(params)[cost.column] ?? Number.NaN),
    }),
    start: () => share(known.ref_point, known.true_hv),
    references: [
      ...reference('Optuna random', known.Random, { measures: 'random', runs: 10 }),
      ...reference('Optuna NSGA-II', known['NSGAII(pop50)'], { measures: 'nsga-ii', runs: 10 }),
      ...reference('Optuna MO-TPE', known['MOTPE(5.0)'], { measures: 'tpe', runs: 10 }),
    ],
  };
}

function share(referencePoint: readonly number[], whole: number): Progress {
  const found: number[][] = [];
  return {
    add: ({ values }) => void found.push([...values]),
    score: () => hypervolume(lossesOf(found, referencePoint.length), referencePoint) / whole,
  };
}
