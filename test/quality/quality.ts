import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseContestant, splitList } from './contestant.js';
import { overallRanks } from './evaluate.js';
import { machine } from './machine.js';
import { openAll } from './open-all.js';
import { reportLines } from './print-report.js';
import { runProblems } from './run-problems.js';
import { wholeNumber } from './whole-number.js';

const help = `npm run bench -- quality [options]
  --problems  names, with * for any part; default nb201-cifar10,nb201-cifar10-val200,fcnet-slice,lcbench-167168
  --searchers searcher, searcher(option=value;option=value) or searcher+pruner; default random,tpe.
              The first is what the others are tested against
  --seeds     runs of each searcher on each problem; default 20
  --trials    the last budget; default the problem's own (epochs for mf-…)
  --parallel  trials that a search runs at one time; default 1
  --threads   searches at one time; default one for each core
  --data      folder with the benchmarks' data; default ../shared/data`;

/** `npm run bench -- quality`: tables on stderr, one line of JSON on stdout. */
export async function runQuality(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      problems: { type: 'string', default: 'nb201-cifar10,nb201-cifar10-val200,fcnet-slice,lcbench-167168' },
      searchers: { type: 'string', default: 'random,tpe' },
      seeds: { type: 'string', default: '20' },
      trials: { type: 'string' },
      parallel: { type: 'string', default: '1' },
      threads: { type: 'string', default: String(os.availableParallelism()) },
      data: { type: 'string', default: path.resolve(import.meta.dirname, '../../../shared/data') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.error(help);
  const contestants = splitList(values.searchers).map((label) => parseContestant(label).label);
  const seeds = wholeNumber('seeds', values.seeds);
  const parallel = wholeNumber('parallel', values.parallel);
  const threads = wholeNumber('threads', values.threads);
  const dataDir = path.resolve(values.data);
  const { problems, skipped } = await openAll(splitList(values.problems), dataDir);
  const last = values.trials === undefined ? undefined : wholeNumber('trials', values.trials);
  const ran = await runProblems(problems, { contestants, seeds, parallel, threads, dataDir, last });
  const reports = ran.map(({ report }) => report);
  for (const report of reports) for (const line of reportLines(report)) console.error(line);
  const ranks = overallRanks(reports);
  console.error(`\nmean rank over ${reports.length} problems:`);
  for (const { contestant, rank } of ranks) console.error(`  ${rank.mean.toFixed(2)}  ${contestant}`);
  for (const reason of skipped) console.error(`skipped: ${reason}`);
  const settings = { seeds, parallel, threads, contestants };
  console.log(
    JSON.stringify({ benchmark: 'quality', machine: machine(), settings, problems: reports, ranks, skipped }),
  );
}
