import path from 'node:path';
import type { Metrics, Params, Space } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { bestOf, mapped, type Problem, type ProblemFamily, type Progress } from './problem.js';
import { readJson } from './read-json.js';
import { type Reached, reference } from './references.js';
import { openTableWithSpace } from './table-problem.js';

const datasets = { 'nb201-cifar10': 'c10', 'nb201-cifar100': 'c100', 'nb201-imagenet16': 'in16' } as const;
/** What reference_sim.json calls them. */
const shortNames: Readonly<Record<string, string>> = { c10: 'c10', c100: 'c100', in16: 'in' };
interface Signal {
  /** What the data set's columns begin with. */
  readonly column: string;
  /** After how many epochs the search sees the validation accuracy. */
  readonly epochs: 12 | 200;
  /** Whether the space is that of the dialect, which knows paths and equal cells, or six choices that mean nothing. */
  readonly cells?: true;
}

const signals: Readonly<Record<string, Signal>> = Object.fromEntries(
  Object.entries(datasets).flatMap(([name, column]): [string, Signal][] => [
    [name, { column, epochs: 12 }],
    [`${name}-200`, { column, epochs: 200 }],
    [`${name}-cells`, { column, epochs: 12, cells: true }],
  ]),
);
/** What the table knows of a cell before its training, by its column. */
const untrained = { params: 'params_c10', flops: 'flops_c10', 'proxy.jacob_cov': 'jacov_v1' } as const;
const val200 = 'nb201-cifar10-val200';

/** The six edges of a cell, each with one of five operations. */
export const edges = [0, 1, 2, 3, 4, 5].map((edge) => `ops[${edge}]`);

export function tableFile(dataDir: string): string {
  return path.join(dataDir, 'nasbench201/nb201.csv');
}

/**
 * NAS-Bench-201. The search sees the validation accuracy after 12 epochs, or after 200; the score is the test accuracy after
 * 200 epochs of the cell that is best by that signal, as in the benchmark's own comparison (Dong and Yang 2020).
 */
export const nasBench201: ProblemFamily = {
  names: () => [...Object.keys(signals), val200],
  open(name, dataDir) {
    if (name === val200) return openValidation(dataDir);
    const signal = signals[name];
    return signal === undefined ? undefined : openSignal(name, signal, dataDir);
  },
};

async function openSignal(name: string, { column, epochs, cells }: Signal, dataDir: string): Promise<Problem> {
  const [signal, test] = [`${column}_val${epochs}`, `${column}_test200`];
  const metrics = [signal, test, ...Object.values(untrained)];
  const table = await openTableWithSpace({ file: tableFile(dataDir), params: edges, metrics });
  const space = cells ? requireSpace({ arch: { dialect: 'nasbench201' } }) : table.space;
  const lookUp = (params: Params) => table.lookUp(cells ? digitsOf(params, space, table.space) : params);
  const file = path.join(dataDir, 'nasbench201/reference_sim.json');
  const simulated = readJson<Readonly<Record<string, Reached>>>(file);
  const entry = (method: string) => simulated[`${shortNames[column]}_${epochs}|${method}`];
  return {
    name,
    measures: `test accuracy after 200 epochs, in %, of the cell whose validation accuracy is best after ${epochs}`,
    better: 'higher',
    unit: 'trials',
    budgets: [25, 50, 75, 100, 150, 200, 300, 500],
    summary: 'mean',
    space,
    objectives: [{ metric: signal, direction: 'maximize' }],
    maxStep: 1,
    measure: lookUp,
    untrained(params): Metrics {
      const row = lookUp(params);
      return Object.fromEntries(Object.entries(untrained).map(([metric, from]) => [metric, row[from] ?? null]));
    },
    start: () => testOfBest(signal, test),
    references: [
      ...reference('random search', entry('RS'), { measures: 'random', runs: 2000 }),
      ...reference('regularized evolution, P=10, S=3', entry('REA_p10s3'), {
        measures: 'evolution(population=10;tournament=3)',
        runs: 1000,
      }),
      ...reference('local search', entry('LocalSearch_firstimpr'), { measures: 'local-search', runs: 1000 }),
      ...reference('REINFORCE', entry('REINFORCE_lr0.01'), { measures: 'reinforce', runs: 300 }),
    ],
  };
}

/** A cell of the dialect as the table has it: the same edges and operations in the same order, the latter as digits. */
function digitsOf(params: Params, { parameters }: Space, { parameters: columns }: Space): Params {
  return Object.fromEntries(
    parameters.map(({ name, domain }, edge) => {
      const digit = 'choices' in domain ? domain.choices.findIndex((choice) => choice === params[name]) : -1;
      return [columns[edge]?.name ?? '', String(digit)];
    }),
  );
}

function testOfBest(signal: string, test: string): Progress {
  let best = Number.NEGATIVE_INFINITY;
  let reported = Number.NaN;
  return {
    add({ metrics }) {
      const value = metrics[signal] ?? Number.NEGATIVE_INFINITY;
      if (value <= best) return;
      best = value;
      reported = metrics[test] ?? Number.NaN;
    },
    score: () => reported,
  };
}

/** The validation accuracy after 200 epochs itself, as distance from the highest one. */
async function openValidation(dataDir: string): Promise<Problem> {
  const metric = 'c10_val200';
  const given = { file: tableFile(dataDir), params: edges, metrics: [metric] };
  const { space, table, lookUp } = await openTableWithSpace(given);
  const highest = highestOf(table.points, (point) => table.measure(point, 1, null)[metric] ?? Number.NEGATIVE_INFINITY);
  return {
    name: val200,
    measures: 'regret of the validation accuracy after 200 epochs, in %',
    better: 'lower',
    unit: 'trials',
    budgets: [25, 50, 100],
    summary: 'mean',
    space,
    objectives: [{ metric, direction: 'maximize' }],
    maxStep: 1,
    measure: (params: Params) => lookUp(params),
    start: () => mapped(bestOf(metric, 'maximize'), (value) => highest - value),
    references: optunaReferences(dataDir, 'nb201_c10_val200(regret)'),
  };
}

/** Optuna 5's samplers on one of the problems of hpo_ref_tpe.json and hpo_ref_gp.json. */
export function optunaReferences(dataDir: string, problem: string): Problem['references'] {
  type File = Readonly<Record<string, Reached>>;
  const tpe = readJson<File>(path.join(dataDir, 'hpo_ref_tpe.json'));
  const gp = readJson<File>(path.join(dataDir, 'hpo_ref_gp.json'));
  const entry = (file: File, sampler: string) => file[`${problem}|${sampler}`];
  return [
    ...reference('Optuna random', entry(tpe, 'Random'), { measures: 'random', runs: 20 }),
    ...reference('Optuna TPE', entry(tpe, 'TPE5.0default'), { measures: 'tpe', runs: 20 }),
    ...reference('Optuna TPE, univariate', entry(tpe, 'TPEunivariate'), {
      measures: 'tpe(multivariate=false)',
      runs: 20,
    }),
    ...reference('Optuna GP', entry(gp, 'GP5.0default'), { measures: 'gp', runs: 5 }),
  ];
}

export function highestOf(count: number, value: (point: number) => number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let point = 0; point < count; point++) highest = Math.max(highest, value(point));
  return highest;
}
