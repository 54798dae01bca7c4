import { parseArgs } from 'node:util';
import { searchers } from '@cambium/search';
import { parseContestant, splitList } from '../contestant.js';
import { machine } from '../machine.js';
import { wholeNumber } from '../whole-number.js';
import { growthInDimensions, growthInTrials } from './growth.js';
import { type Cost, measureCost } from './measure.js';
import { findOptuna, type Peer } from './peer.js';

const help = `npm run bench -- ask-tell [options]
  --searchers  searcher or searcher(option=value;…); default all that search floats for one objective
  --trials     numbers of trials at which costs are taken; default 100,300,1000
  --dimensions default 5,10,20
  --limit      seconds of the processor for one search; default 60
  --python     a Python with Optuna, to measure in the same run (or BENCH_PYTHON); default python3
  --no-peer    ours only`;

interface Run {
  readonly searcher: string;
  readonly dimension: number;
  readonly costs: readonly Cost[];
  readonly peer: readonly Cost[] | null;
  /** Ours divided by Optuna's, by number of trials. */
  readonly ratios: Readonly<Record<number, { readonly cpu: number; readonly ask: number }>>;
  /** Exponent of the whole cost in the number of trials. */
  readonly growth: number | null;
}

/** `npm run bench -- ask-tell`: tables on stderr, one line of JSON on stdout. One process, one search at a time. */
export async function runAskTell(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      searchers: { type: 'string', default: plainSearchers().join(',') },
      trials: { type: 'string', default: '100,300,1000' },
      dimensions: { type: 'string', default: '5,10,20' },
      limit: { type: 'string', default: '60' },
      python: { type: 'string', default: process.env['BENCH_PYTHON'] ?? 'python3' },
      peer: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.error(help);
  const contestants = splitList(values.searchers).map(parseContestant);
  const trials = numbers('trials', values.trials);
  const dimensions = numbers('dimensions', values.dimensions);
  const limitSeconds = wholeNumber('limit', values.limit);
  const peer = values.peer ? findOptuna(values.python) : { reason: 'not asked for' };
  const notes: string[] = 'reason' in peer ? [`Optuna: ${peer.reason}`] : [];

  const runs: Run[] = [];
  for (const { label, searcher, options } of contestants) {
    // What the engine compiles at first is no cost of the algorithm.
    measureCost({ searcher, options, dimension: 5, trials: [30], limitSeconds });
    for (const dimension of dimensions) {
      const asked = { options, dimension, trials, limitSeconds };
      const costs = measureCost({ searcher, ...asked });
      const theirs = 'reason' in peer ? undefined : peer.measure({ searcher: searcher.name, ...asked });
      if (theirs !== undefined && 'reason' in theirs) notes.push(theirs.reason);
      const reached = theirs !== undefined && 'costs' in theirs ? theirs.costs : null;
      const run = { searcher: label, dimension, costs, peer: reached, ratios: ratios(costs, reached) };
      runs.push({ ...run, growth: growthInTrials(costs) });
      for (const line of lines(runs.at(-1) as Run, trials)) console.error(line);
    }
    const ofSearcher = runs.filter((run) => run.searcher === label);
    const growth = growthInDimensions(ofSearcher);
    if (growth !== null) console.error(`${label}: cost grows like d^${growth.toFixed(2)}`);
  }
  const inDimensions = contestants.map(({ label }) => {
    return { searcher: label, exponent: growthInDimensions(runs.filter(({ searcher }) => searcher === label)) };
  });
  for (const note of new Set(notes)) console.error(note);
  const optuna = 'reason' in peer ? null : (peer satisfies Peer).version;
  const result = { benchmark: 'ask-tell', machine: machine(), optuna, runs, growthInDimensions: inDimensions, notes };
  console.log(JSON.stringify(result));
}

function plainSearchers(): string[] {
  return searchers.entries
    .filter(({ capabilities }) => !capabilities.multiFidelity && !capabilities.finite)
    .map(({ name }) => name);
}

function numbers(option: string, text: string): number[] {
  return splitList(text)
    .map((part) => wholeNumber(option, part))
    .sort((a, b) => a - b);
}

function ratios(ours: readonly Cost[], theirs: readonly Cost[] | null): Run['ratios'] {
  const entries = ours.flatMap(({ trials, cpuSeconds, askMs }) => {
    const other = theirs?.find((cost) => cost.trials === trials);
    return other === undefined ? [] : [[trials, { cpu: cpuSeconds / other.cpuSeconds, ask: askMs / other.askMs }]];
  });
  return Object.fromEntries(entries) as Run['ratios'];
}

function lines(
  { searcher, dimension, costs, peer, ratios: compared, growth }: Run,
  trials: readonly number[],
): string[] {
  const row = (of: readonly Cost[], n: number) => {
    const cost = of.find((each) => each.trials === n);
    return cost === undefined
      ? 'not reached'
      : `${cost.cpuSeconds.toPrecision(3)} s, ask ${cost.askMs.toPrecision(3)} ms`;
  };
  return [
    `${searcher}, d = ${dimension}${growth === null ? '' : `: cost grows like n^${growth.toFixed(2)}`}`,
    ...trials.map((n) => {
      const ratio = compared[n];
      const other = peer === null ? '' : `; Optuna ${row(peer, n)}`;
      const times = ratio === undefined ? '' : `; ours is ${(1 / ratio.cpu).toPrecision(3)} times as fast`;
      return `  n = ${n}: ${row(costs, n)}${other}${times}`;
    }),
  ];
}
