import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseContestant, splitList } from './contestant.js';
import { evaluateProblem, overallRanks, type ProblemReport } from './evaluate.js';
import { machine } from './machine.js';
import { reportLines } from './print-report.js';
import { matchProblems, openProblem } from './problems/open-problem.js';
import { MissingData, type Problem } from './problems/problem.js';
import type { Job } from './run-job.js';
import { runJobs } from './run-jobs.js';
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
  const { problems, skipped } = await openAll(values.problems, dataDir);
  const planned = problems.map((problem) => ({ problem, budgets: budgetsOf(problem, values.trials) }));

  const jobs = planned.flatMap(({ problem, budgets }) =>
    contestants.flatMap((contestant) =>
      Array.from({ length: seeds }, (_, i): Job => {
        return { problem: problem.name, contestant, seed: i + 1, parallel, budgets, dataDir };
      }),
    ),
  );
  const reports: ProblemReport[] = [];
  const results = await runJobs(jobs, { threads, onResult: (done) => showProgress(done, jobs.length) });
  for (const [i, { problem, budgets }] of planned.entries()) {
    const runs = contestants.map((contestant, j) => {
      const from = (i * contestants.length + j) * seeds;
      return { contestant, results: results.slice(from, from + seeds) };
    });
    const report = evaluateProblem(problem, budgets, runs);
    reports.push(report);
    for (const line of reportLines(report)) console.error(line);
  }
  const ranks = overallRanks(reports);
  console.error(`\nmean rank over ${reports.length} problems:`);
  for (const { contestant, rank } of ranks) console.error(`  ${rank.mean.toFixed(2)}  ${contestant}`);
  for (const reason of skipped) console.error(`skipped: ${reason}`);
  const settings = { seeds, parallel, threads, contestants };
  console.log(
    JSON.stringify({ benchmark: 'quality', machine: machine(), settings, problems: reports, ranks, skipped }),
  );
}

/** Names are opened before anything runs; a problem whose data is not there is skipped and named. */
async function openAll(list: string, dataDir: string): Promise<{ problems: Problem[]; skipped: string[] }> {
  const problems: Problem[] = [];
  const skipped: string[] = [];
  for (const name of splitList(list).flatMap((pattern) => matchProblems(pattern, dataDir))) {
    try {
      problems.push(await openProblem(name, dataDir));
    } catch (error) {
      if (!(error instanceof MissingData)) throw error;
      skipped.push(`${name}: ${error.message}`);
    }
  }
  if (problems.length === 0) throw new Error(['no problem can be run', ...skipped].join('; '));
  return { problems, skipped };
}

/** The problem's own up to the last, and that one. */
function budgetsOf({ budgets }: Problem, trials: string | undefined): readonly number[] {
  if (trials === undefined) return budgets;
  const last = wholeNumber('trials', trials);
  return [...budgets.filter((budget) => budget < last), last];
}

function showProgress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} searches${done === all ? '\n' : ''}`);
}
