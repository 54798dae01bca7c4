import path from 'node:path';
import { parseArgs } from 'node:util';
import { createRng, type Params, type Space } from '@cambium/core';
import { type KendallEstimate, kendallEstimate } from '@cambium/search';
import { type Contestant, parseContestant, splitList } from '../contestant.js';
import { machine } from '../machine.js';
import { rankSumP } from '../statistics/rank-sum.js';
import { summarize } from '../statistics/summarize.js';
import { wholeNumber } from '../whole-number.js';
import { type MethodReport, reportLines } from './report-lines.js';
import { searchOnce } from './search-once.js';
import { openSharedExperiment, type SharedExperiment } from './shared-experiment.js';
import { type StandaloneScores, standaloneScores } from './standalone-scores.js';

const methods = [
  'darts',
  'darts(order=2)',
  'darts(partialChannels=2)',
  'darts(selection=perturbation)',
  'darts(method=gumbel)',
  'enas',
  'one-shot',
].join();
const help = `npm run bench -- one-shot [options]
  Searches with shared weights on a part of NAS-Bench-201's space: is what they derive better than chance, when it and a
  random sample are trained from scratch in the same setting? How alike do shared and own weights rank the sample?
  --methods     default ${methods}
  --seeds       searches of each; default 5
  --sample      networks of the random sample; default 24
  --repetitions trainings from scratch of each network; default 2
  --ops         options of each of the six edges; default none,skip_connect,nor_conv_3x3,avg_pool_3x3
  --width       channels of the first stage; default 8
  --cells       of a stage; default 1
  --stages      default 1
  --dataset     digits (shipped) or fashion-mnist; default digits
  --train       training images; default 800
  --epochs      of a training from scratch; default 20
  --rate        highest learning rate of AdamW there; default 0.01
  --search-epochs  of a supernet; default 100
  --search-rate first learning rate of SGD there; default 0.1
  --batch       images of a step of both; default 32
  --scores      file that keeps the scores of networks trained from scratch, for the next run
  --backend     wasm, native; default auto
  --data        folder of fetched data sets; default ../shared/data`;

/** `npm run bench -- one-shot`: a table on stderr, one line of JSON on stdout. */
export async function runOneShot(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      methods: { type: 'string', default: methods },
      seeds: { type: 'string', default: '5' },
      sample: { type: 'string', default: '24' },
      repetitions: { type: 'string', default: '2' },
      ops: { type: 'string', default: 'none,skip_connect,nor_conv_3x3,avg_pool_3x3' },
      width: { type: 'string', default: '8' },
      cells: { type: 'string', default: '1' },
      stages: { type: 'string', default: '1' },
      dataset: { type: 'string', default: 'digits' },
      train: { type: 'string', default: '800' },
      epochs: { type: 'string', default: '20' },
      rate: { type: 'string', default: '0.01' },
      'search-epochs': { type: 'string', default: '100' },
      'search-rate': { type: 'string', default: '0.1' },
      batch: { type: 'string', default: '32' },
      scores: { type: 'string' },
      backend: { type: 'string', default: 'auto' },
      data: { type: 'string', default: path.resolve(import.meta.dirname, '../../../../shared/data') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.error(help);
  const contestants = splitList(values.methods).map(parseContestant);
  const stranger = contestants.find(({ searcher }) => searcher.capabilities.supernet !== true);
  if (stranger !== undefined) throw new Error(`${stranger.searcher.name} trains no supernet`);
  const number = (name: Exclude<keyof typeof values, 'help' | 'scores'>) => wholeNumber(name, values[name]);
  const setting = {
    space: {
      arch: {
        dialect: 'nasbench201',
        ops: splitList(values.ops),
        cells: number('cells'),
        width: number('width'),
        stages: number('stages'),
      },
    },
    settings: {
      dataset: values.dataset,
      trainSize: number('train'),
      epochs: number('epochs'),
      training: { learningRate: Number(values.rate), batchSize: number('batch') },
      supernet: {
        epochs: number('search-epochs'),
        learningRate: Number(values['search-rate']),
        batchSize: number('batch'),
      },
    },
    backend: values.backend,
    dataDir: path.resolve(values.data),
  };
  const experiment = await openSharedExperiment(setting);
  const { supernet: _, ...trained } = setting.settings;
  const truth = await standaloneScores(experiment, {
    repetitions: number('repetitions'),
    seed: 0,
    file: values.scores === undefined ? undefined : path.resolve(values.scores),
    setting: JSON.stringify([setting.space, trained, values.repetitions]),
  });
  const networks = randomSample(experiment.space, number('sample'));
  const sample: number[] = [];
  for (const [index, params] of networks.entries()) {
    sample.push(await truth.score(params));
    console.error(`sample ${index + 1} of ${networks.length}: ${show(sample.at(-1) as number)}`);
  }
  const shared = { experiment, truth, networks, sample, seeds: number('seeds') };
  const reports: MethodReport[] = [];
  for (const contestant of contestants) reports.push(await measure(contestant, shared));
  const standalone = { seconds: truth.seconds(), deviation: truth.deviation(), scores: summarize(sample) };
  for (const line of reportLines(reports, standalone)) console.error(line);
  const settings = { ...setting, seeds: shared.seeds, repetitions: number('repetitions') };
  console.log(
    JSON.stringify({ benchmark: 'one-shot', machine: machine(), settings, sample, standalone, methods: reports }),
  );
}

interface Shared {
  readonly experiment: SharedExperiment;
  readonly truth: StandaloneScores;
  readonly networks: readonly Params[];
  /** Their true scores. */
  readonly sample: readonly number[];
  readonly seeds: number;
}

async function measure(
  contestant: Contestant,
  { experiment, truth, networks, sample, seeds }: Shared,
): Promise<MethodReport> {
  const runs = [];
  const partial = Number(contestant.options['partialChannels'] ?? 1) > 1;
  for (let seed = 1; seed <= seeds; seed++) {
    const search = await searchOnce(experiment, contestant, seed);
    const score = await truth.score(search.derived);
    // Weights of partial channels are for the search alone: no whole network takes them.
    const judged = partial ? null : await search.judge(networks);
    const kendall: KendallEstimate | null = judged === null ? null : kendallEstimate(judged.scores, sample);
    experiment.forget();
    const percentile = percentileOf(score, sample);
    const { derived, why, seconds, metrics, ended } = search;
    console.error(
      `${contestant.label}, seed ${seed}: ${Object.values(derived).join(' ')} scores ${show(score)}, above ${show(percentile)} of the sample, in ${seconds.toFixed(1)} s${kendall === null ? '' : `; τ ${kendall.tau.toFixed(2)}`}${ended === undefined ? '' : `; ${ended}`}`,
    );
    runs.push({
      derived,
      why,
      seconds,
      metrics,
      score,
      percentile,
      kendall,
      judged,
      ...(ended === undefined ? {} : { ended }),
    });
  }
  const scores = runs.map(({ score }) => score);
  return {
    method: contestant.label,
    runs,
    percentile: summarize(runs.map(({ percentile }) => percentile)),
    p: rankSumP(scores, sample),
    // The ranking by the mean of all supernets would be another measure: a search has one.
    tau: partial ? null : summarize(runs.flatMap(({ kendall }) => kendall?.tau ?? [])),
    seconds: Math.max(...runs.map(({ seconds }) => seconds)),
    relativeCost: partial
      ? null
      : summarize(runs.flatMap(({ judged }) => judged?.seconds ?? [])).mean / truth.seconds(),
  };
}

/** Different networks, each of which random search could have suggested. */
function randomSample(space: Space, size: number): Params[] {
  const rng = createRng('sample');
  const found = new Map<string, Params>();
  for (let tries = 0; found.size < size && tries < 100 * size; tries++) {
    const params = space.sample(rng);
    if (space.isFeasible(params)) found.set(space.canonicalKey(params), params);
  }
  return [...found.values()];
}

/** The share of the sample that scores less; equals count half. */
function percentileOf(score: number, sample: readonly number[]): number {
  return sample.reduce((sum, other) => sum + (other < score ? 1 : other === score ? 0.5 : 0), 0) / sample.length;
}

function show(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
