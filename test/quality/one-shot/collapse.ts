import { parseArgs } from 'node:util';
import type { Metrics, Params, Space } from '@cambium/core';
import { likeliest, optionWeights } from '@cambium/search';
import { type Contestant, parseContestant, splitList } from '../contestant.js';
import { machine } from '../machine.js';
import { wholeNumber } from '../whole-number.js';
import { collapseLines, summarizeCollapse } from './collapse-summary.js';
import { type Search, searchOnce } from './search-once.js';
import { openSharedExperiment, type SharedExperiment } from './shared-experiment.js';
import { type StandaloneScores, standaloneScores } from './standalone-scores.js';

/** The same search to its end, and with each of the early stops. */
const defaultStops = 'skipLimit=0,skipLimit=3,skipLimit=0;watchEigenvalue=true';

const help = `npm run bench -- collapse [options]
  DARTS for long, on so few images that the weights learn them by heart, at a rate that never lets them rest: what is held out
  is then best served by options without weights. How far does a search drift to skip connections, and what do the early stops
  make of it?
  --seeds       default 8
  --stops       options of darts; the first is what the others are compared with; default ${defaultStops}
  --ops         options of each of the six edges; default skip_connect,nor_conv_3x3
  --cells       in a row; default 2
  --search-epochs  default 150
  --train       training images of the digits; default 100
  --held-out    share of them that only the architecture is learnt on; default 0.8
  --search-rate learning rate of the weights, without a decay; default 0.5
  --weight-decay  of the weights; default 0
  --batch       images of a step of a search; default 8
  --alpha-rate  learning rate of the architecture, without weight decay; default 0.05
  --epochs      of a training from scratch; default 40
  --repetitions trainings from scratch of each network; default 2
  --backend     wasm, native; default auto`;

/** The architecture after an epoch. */
export interface Drift {
  readonly epoch: number;
  /** Mean weight of skip connections over the edges. */
  readonly weight: number;
  /** Edges of which they are the likeliest option. */
  readonly skips: number;
}

export interface CollapseRun {
  readonly seed: number;
  readonly stop: string;
  readonly epochs: readonly Drift[];
  readonly ended: string | null;
  readonly derived: Params;
  readonly skips: number;
  /** Trained from scratch. */
  readonly score: number;
}

/** `npm run bench -- collapse`: a table on stderr, one line of JSON on stdout. */
export async function runCollapse(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '8' },
      stops: { type: 'string', default: defaultStops },
      ops: { type: 'string', default: 'skip_connect,nor_conv_3x3' },
      cells: { type: 'string', default: '2' },
      'search-epochs': { type: 'string', default: '150' },
      train: { type: 'string', default: '100' },
      'held-out': { type: 'string', default: '0.8' },
      'search-rate': { type: 'string', default: '0.5' },
      'weight-decay': { type: 'string', default: '0' },
      batch: { type: 'string', default: '8' },
      'alpha-rate': { type: 'string', default: '0.05' },
      epochs: { type: 'string', default: '40' },
      repetitions: { type: 'string', default: '2' },
      backend: { type: 'string', default: 'auto' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.error(help);
  const number = (name: Exclude<keyof typeof values, 'help'>) => wholeNumber(name, values[name]);
  const searchRate = Number(values['search-rate']);
  const setting = {
    space: {
      arch: { dialect: 'nasbench201', ops: splitList(values.ops), cells: number('cells'), width: 8, stages: 1 },
    },
    settings: {
      dataset: 'digits',
      trainSize: number('train'),
      validationSize: 400,
      epochs: number('epochs'),
      training: { learningRate: 0.01, batchSize: 32 },
      supernet: {
        epochs: number('search-epochs'),
        learningRate: searchRate,
        finalLearningRate: searchRate,
        weightDecay: Number(values['weight-decay']),
        heldOutShare: Number(values['held-out']),
        batchSize: number('batch'),
      },
    },
    backend: values.backend,
    // The digits are shipped.
    dataDir: '',
  };
  const experiment = await openSharedExperiment(setting);
  const truth = await standaloneScores(experiment, {
    repetitions: number('repetitions'),
    seed: 0,
    file: undefined,
    setting: '',
  });
  const stops = splitList(values.stops);
  const runs: CollapseRun[] = [];
  for (let seed = 1; seed <= number('seeds'); seed++) {
    for (const stop of stops) {
      const contestant = parseContestant(`darts(${stop};alphaLearningRate=${values['alpha-rate']};alphaWeightDecay=0)`);
      const run = await collapseRun({ experiment, truth, contestant, seed, stop });
      runs.push(run);
      for (const line of linesOf(run)) console.error(line);
    }
  }
  const summary = summarizeCollapse(runs, stops, 1 / setting.space.arch.ops.length);
  for (const line of collapseLines(summary)) console.error(line);
  console.log(JSON.stringify({ benchmark: 'collapse', machine: machine(), settings: setting, summary, runs }));
}

interface Asked {
  readonly experiment: SharedExperiment;
  readonly truth: StandaloneScores;
  readonly contestant: Contestant;
  readonly seed: number;
  readonly stop: string;
}

async function collapseRun({ experiment, truth, contestant, seed, stop }: Asked): Promise<CollapseRun> {
  const search: Search = await searchOnce(experiment, contestant, seed);
  const score = await truth.score(search.derived);
  experiment.forget();
  const { derived, epochs, ended = null } = search;
  const skips = Object.values(derived).filter((value) => value === 'skip_connect').length;
  return { seed, stop, epochs: driftOf(experiment.space, epochs), ended, derived, skips, score };
}

function driftOf({ parameters }: Space, epochs: readonly Metrics[]): Drift[] {
  return epochs.map((metrics, index) => {
    const options = optionWeights(parameters, metrics);
    const weights = options.map(({ values, weights }) => weights[values.indexOf('skip_connect')] ?? 0);
    const skips = options.filter((option) => likeliest(option) === 'skip_connect').length;
    return { epoch: index + 1, weight: weights.reduce((sum, weight) => sum + weight, 0) / weights.length, skips };
  });
}

/** So many epochs are printed. */
const shown = 10;

function linesOf({ seed, stop, epochs, ended, skips, score }: CollapseRun): string[] {
  const every = Math.max(1, Math.floor(epochs.length / shown));
  const drift = epochs.filter(({ epoch }) => epoch % every === 0 || epoch === epochs.length);
  return [
    '',
    `seed ${seed}, darts(${stop}): weight of skip connections (edges where they are the likeliest), by epoch`,
    `  ${drift.map(({ epoch, weight, skips: edges }) => `${epoch}: ${weight.toFixed(2)} (${edges})`).join('  ')}`,
    `  ${ended ?? 'went on to its end'}`,
    `  derived with ${skips} skip connections, trained from scratch ${(100 * score).toFixed(1)} %`,
  ];
}
