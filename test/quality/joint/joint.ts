import path from 'node:path';
import { parseArgs } from 'node:util';
import type { JsonObject } from '@cambium/core';
import { splitList } from '../contestant.js';
import { openFinishedRuns } from '../experiments/finished-runs.js';
import { runExperiment, testAccuracy } from '../experiments/run-experiment.js';
import { machine } from '../machine.js';
import { type PairedComparison, pairedT } from '../statistics/paired-t.js';
import { type Summary, summarize } from '../statistics/summarize.js';
import { wholeNumber } from '../whole-number.js';
import { type Approach, approaches } from './approaches.js';

const known = approaches.map(({ name }) => name);
const help = `npm run bench -- joint [options]
  Network, augmentation policy and training procedure searched jointly, in stages and by a bandit over branches, with the same
  trials and the same device seconds. Each is an experiment as anybody runs it; its winner is retrained and tested.
  --approaches  default ${known.join()}
  --seeds       searches of each; default 5
  --dataset     digits (shipped) or fashion-mnist; default digits
  --train       training images; default 800
  --epochs      of a training; default 4
  --trials      default 60
  --seconds     of the device that a search may take; default 300
  --backend     wasm, native; default auto
  --folder      for specifications, data and finished runs; default .cambium/joint-bench`;

interface JointRun {
  readonly approach: string;
  readonly seed: number;
  /** Best validation accuracy. */
  readonly best: number;
  /** Test accuracy of the retrained winner. */
  readonly tested: number;
  readonly trials: number;
  readonly seconds: number;
}

interface JointResult {
  readonly approach: string;
  readonly best: Summary;
  readonly tested: Summary;
  readonly trials: Summary;
  /** Of test accuracies, against joint. */
  readonly againstJoint: PairedComparison | null;
}

/** `npm run bench -- joint`: a line for each approach on stderr, one line of JSON on stdout. */
export async function runJoint(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      approaches: { type: 'string', default: known.join() },
      seeds: { type: 'string', default: '5' },
      dataset: { type: 'string', default: 'digits' },
      train: { type: 'string', default: '800' },
      epochs: { type: 'string', default: '4' },
      trials: { type: 'string', default: '60' },
      seconds: { type: 'string', default: '300' },
      backend: { type: 'string', default: 'auto' },
      folder: { type: 'string', default: '.cambium/joint-bench' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.error(help);
  const number = (name: 'seeds' | 'train' | 'epochs' | 'trials' | 'seconds') => wholeNumber(name, values[name]);
  const chosen = splitList(values.approaches).map(approachNamed);
  const folder = path.resolve(values.folder);
  const { dataset, backend } = values;
  const setting = {
    task: {
      name: 'image-classification',
      settings: { dataset, backend, trainSize: number('train'), epochs: number('epochs') },
    },
    budget: { maxTrials: number('trials'), maxParallel: 1, maxDeviceSeconds: number('seconds') },
  };
  const runs = await openFinishedRuns<JointRun>(path.join(folder, 'results.jsonl'), setting);
  for (let seed = 1; seed <= number('seeds'); seed++) {
    for (const { name, searcher } of chosen) {
      if (runs.all.some((each) => each.approach === name && each.seed === seed)) continue;
      const spec: JsonObject = { ...space, ...setting, name: `${name}, seed ${seed}`, searcher, seed };
      const result = await runExperiment(spec, { name: `${name}-${seed}`, folder });
      const done: JointRun = {
        approach: name,
        seed,
        best: result.best[0]?.values?.[0] ?? Number.NaN,
        tested: testAccuracy(result),
        trials: result.trials.filter(({ mode }) => mode === null).length,
        seconds: result.wallMs / 1000,
      };
      await runs.add(done);
      console.error(
        `${name}, seed ${seed}: ${percent(done.best)} validated, ${percent(done.tested)} tested, ${done.trials} trials in ${done.seconds.toFixed(0)} s`,
      );
    }
  }
  const results = chosen.map(({ name }) => resultOf(name, runs.all));
  for (const result of results) console.error(lineOf(result));
  console.log(JSON.stringify({ benchmark: 'joint', machine: machine(), setting, runs: runs.all, results }));
}

const space = {
  space: {
    arch: { dialect: 'cnn-chain', maxStages: 3 },
    aug: { dialect: 'randaugment' },
    train: { dialect: 'procedure' },
  },
  objectives: [{ metric: 'val_accuracy', direction: 'maximize' }],
  constraints: [{ metric: 'params', max: 100_000 }],
  baselines: [],
};

function approachNamed(name: string): Approach {
  const approach = approaches.find((each) => each.name === name);
  if (approach === undefined) throw new Error(`there is no approach "${name}"; known: ${known.join(', ')}`);
  return approach;
}

function resultOf(approach: string, runs: readonly JointRun[]): JointResult {
  const own = runs.filter((run) => run.approach === approach);
  const joint = new Map(runs.filter((run) => run.approach === 'joint').map(({ seed, tested }) => [seed, tested]));
  const differences = own.flatMap(({ seed, tested }) => {
    const other = joint.get(seed);
    return other === undefined ? [] : [tested - other];
  });
  return {
    approach,
    best: summarize(own.map(({ best }) => best)),
    tested: summarize(own.map(({ tested }) => tested)),
    trials: summarize(own.map(({ trials }) => trials)),
    againstJoint: approach === 'joint' || differences.length < 2 ? null : pairedT(differences),
  };
}

function lineOf({ approach, best, tested, trials, againstJoint }: JointResult): string {
  const [low, high] = tested.interval;
  const held =
    againstJoint === null
      ? ''
      : `; ${percent(againstJoint.ahead.mean)} ahead of joint (p ${againstJoint.p.toPrecision(2)})`;
  return `${approach}: ${percent(tested.mean)} [${percent(low)}, ${percent(high)}] tested, ${percent(best.mean)} validated, ${trials.mean.toFixed(0)} trials${held}`;
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
