import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Params, Space } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { type LcbenchPoint, type LcbenchSurrogate, openLcbench } from '../../support/lcbench/lcbench-surrogate.js';
import { optunaReferences } from './nas-bench-201.js';
import { bestOf, MissingData, mapped, type Problem, type ProblemFamily, type Reference } from './problem.js';
import { readJson } from './read-json.js';
import { type Reached, reference } from './references.js';

const epochs = 52;
const metric = 'val_accuracy';
const objectives = [{ metric, direction: 'maximize' }] as const;

/**
 * The surrogate of LCBench's learning curves. `lcbench-<task>`: trials of all 52 epochs, scored by 100 − the best validation
 * accuracy. `mf-<task>`: budgets of epochs, whichever trials they go to; scored by the best accuracy that any trial has
 * reported.
 */
export const lcbench: ProblemFamily = {
  names(dataDir) {
    const tasks = existsSync(path.join(folderOf(dataDir), 'lcbench.json')) ? surrogateIn(dataDir).tasks : [];
    return tasks.flatMap((task) => [`lcbench-${task}`, `mf-${task}`]);
  },
  open(name, dataDir) {
    const [, kind, task] = /^(lcbench|mf)-(\d+)$/.exec(name) ?? [];
    if (task === undefined) return undefined;
    return Promise.resolve().then(() =>
      kind === 'mf' ? byEpochs(name, task, dataDir) : byTrials(name, task, dataDir),
    );
  },
};

const folderOf = (dataDir: string) => path.join(dataDir, 'yahpo_lcbench');
const open = new Map<string, LcbenchSurrogate>();

function surrogateIn(dataDir: string): LcbenchSurrogate {
  const folder = folderOf(dataDir);
  if (!existsSync(path.join(folder, 'lcbench.json'))) throw new MissingData(`${folder}/lcbench.json is not here`);
  const known = open.get(folder) ?? openLcbench(folder);
  open.set(folder, known);
  return known;
}

function lcbenchSpace(): Space {
  return requireSpace({
    hp: {
      batch_size: { type: 'int', low: 16, high: 512, log: true },
      learning_rate: { type: 'float', low: 1e-4, high: 0.1, log: true },
      momentum: { type: 'float', low: 0.1, high: 0.99 },
      weight_decay: { type: 'float', low: 1e-5, high: 0.1 },
      num_layers: { type: 'int', low: 1, high: 5 },
      max_units: { type: 'int', low: 64, high: 1024, log: true },
      max_dropout: { type: 'float', low: 0, high: 1 },
    },
  });
}

function accuracy(surrogate: LcbenchSurrogate, task: string) {
  return (params: Params, epoch: number) => {
    const hp = Object.fromEntries(Object.entries(params).map(([name, value]) => [name.slice('hp.'.length), value]));
    return { [metric]: surrogate.predict(task, { ...hp, epoch } as unknown as LcbenchPoint).val_accuracy };
  };
}

function byTrials(name: string, task: string, dataDir: string): Problem {
  const measure = accuracy(surrogateIn(dataDir), task);
  return {
    name,
    measures: `100 − the best validation accuracy after ${epochs} epochs`,
    better: 'lower',
    unit: 'trials',
    budgets: [25, 50, 100],
    summary: 'mean',
    space: lcbenchSpace(),
    objectives,
    maxStep: 1,
    measure: (params) => measure(params, epochs),
    start: () => mapped(bestOf(metric, 'maximize'), (value) => 100 - value),
    references: optunaReferences(dataDir, `lcbench_${task}(100-valacc@52)`),
  };
}

function byEpochs(name: string, task: string, dataDir: string): Problem {
  return {
    name,
    measures: 'the best validation accuracy that was reported, in %',
    better: 'higher',
    unit: 'steps',
    budgets: [520, 1040, 2080],
    summary: 'mean',
    space: lcbenchSpace(),
    objectives,
    maxStep: epochs,
    measure: accuracy(surrogateIn(dataDir), task),
    start: () => bestOf(metric, 'maximize'),
    references: fidelityReferences(task, dataDir),
  };
}

const samplers = { Random: 'random', TPE: 'tpe' };
/** The reference's median pruner left the first steps alone. */
const pruners = { none: '', median: '+median(minSteps=5)', 'ASHA(eta3,r1)': '+asha', 'HB(1..52,eta3)': '+hyperband' };

function fidelityReferences(task: string, dataDir: string): Reference[] {
  const file = readJson<Readonly<Record<string, Reached>>>(path.join(dataDir, 'mf_ref.json'));
  return Object.entries(samplers).flatMap(([sampler, searcher]) =>
    Object.entries(pruners).flatMap(([pruner, ours]) =>
      reference(`Optuna ${sampler}, ${pruner}`, file[`${task}|${sampler}|${pruner}`], {
        measures: `${searcher}${ours}`,
        runs: 10,
      }),
    ),
  );
}
