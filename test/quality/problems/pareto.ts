import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Params } from '@cambium/core';
import { hypervolume, lossesOf } from '@cambium/search';
import { type CostedTable, costNamed, type NasCost, nasCosts, openCosts } from './nas-costs.js';
import type { Problem, ProblemFamily, Progress } from './problem.js';
import { readJson } from './read-json.js';
import { type Reached, reference } from './references.js';

interface Fronts {
  readonly ref_point: readonly number[];
  readonly true_hv: number;
  readonly Random: Reached;
  readonly 'NSGAII(pop50)': Reached;
  readonly 'MOTPE(5.0)': Reached;
}

/** The published hypervolumes are of rounded costs. */
const knownToWithin = 1e-5;

const prefix = 'nb201-';

/** Errors above it are no part of the volume, in %. */
const highestError = 40;

/**
 * NAS-Bench-201 with two objectives: the error after 200 epochs on CIFAR-10's validation images, and a cost: FLOPs, or the
 * latency on any device that the table has. The true front is that of all cells.
 */
export const paretoProblems: ProblemFamily = {
  names: (dataDir) => nasCosts(dataDir).map(({ name }) => prefix + name),
  open(problem, dataDir) {
    const cost = problem.startsWith(prefix) ? costNamed(problem.slice(prefix.length), dataDir) : undefined;
    return cost === undefined ? undefined : openPareto(problem, cost, dataDir);
  },
};

async function openPareto(name: string, cost: NasCost, dataDir: string): Promise<Problem> {
  const table = await openCosts(cost, dataDir);
  const file = path.join(dataDir, 'nasbench201/reference_mo.json');
  const known = existsSync(file) ? readJson<Readonly<Record<string, Fronts>>>(file)[cost.key] : undefined;
  const referencePoint = known?.ref_point ?? [highestError, aboveAll(table)];
  const whole = hypervolume(
    lossesOf(
      table.cells.map(({ error, cost }) => [error, cost]),
      2,
    ),
    referencePoint,
  );
  if (known !== undefined && Math.abs(whole / known.true_hv - 1) > knownToWithin) {
    throw new Error(`${name}: the table's hypervolume is ${whole}, but ${file} has ${known.true_hv}`);
  }
  return {
    name,
    measures: `share of the true hypervolume of error and ${cost.key.replace(/_(?=[^_]*$)/, ' ')}`,
    better: 'higher',
    unit: 'trials',
    budgets: [100, 200, 300, 500, 1000],
    summary: 'mean',
    space: table.space,
    objectives: [
      { metric: 'error', direction: 'minimize' },
      { metric: 'cost', direction: 'minimize' },
    ],
    maxStep: 1,
    measure: (params: Params) => ({ error: table.error(params), cost: table.cost(params) }),
    start: () => share(referencePoint, whole),
    references: [
      ...reference('Optuna random', known?.Random, { measures: 'random', runs: 10 }),
      ...reference('Optuna NSGA-II', known?.['NSGAII(pop50)'], { measures: 'nsga-ii', runs: 10 }),
      ...reference('Optuna MO-TPE', known?.['MOTPE(5.0)'], { measures: 'tpe', runs: 10 }),
    ],
  };
}

/**
 * The reference point's cost where nobody has published one: 1 % above the dearest cell, rounded up to two digits. It is
 * how the published ones (230 MFLOPs, 100 and 21 ms) lie to their tables.
 */
function aboveAll({ cells }: CostedTable): number {
  const highest = 1.01 * cells.reduce((most, { cost }) => Math.max(most, cost), 0);
  const unit = 10 ** (Math.floor(Math.log10(highest)) - 1);
  return Math.ceil(highest / unit) * unit;
}

function share(referencePoint: readonly number[], whole: number): Progress {
  const found: number[][] = [];
  return {
    add: ({ values }) => void found.push([...values]),
    score: () => hypervolume(lossesOf(found, referencePoint.length), referencePoint) / whole,
  };
}
