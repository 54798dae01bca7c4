import { evaluateProblem, type ProblemReport, type Runs } from './evaluate.js';
import type { Problem } from './problems/problem.js';
import type { Job } from './run-job.js';
import { runJobs } from './run-jobs.js';

export interface RunSettings {
  readonly contestants: readonly string[];
  /** Runs of each contestant on each problem. */
  readonly seeds: number;
  /** Trials that a search runs at one time. */
  readonly parallel: number;
  /** Searches at one time. */
  readonly threads: number;
  readonly dataDir: string;
  /** The last budget; undefined: the problem's own. */
  readonly last: number | undefined;
}

export interface ProblemRuns {
  readonly report: ProblemReport;
  readonly runs: readonly Runs[];
}

/** Runs every contestant on every problem. */
export async function runProblems(problems: readonly Problem[], settings: RunSettings): Promise<ProblemRuns[]> {
  const { contestants, seeds, parallel, threads, dataDir, last } = settings;
  const planned = problems.map((problem) => ({ problem, budgets: budgetsOf(problem, last) }));
  const jobs = planned.flatMap(({ problem, budgets }) =>
    contestants.flatMap((contestant) =>
      Array.from({ length: seeds }, (_, i): Job => {
        return { problem: problem.name, contestant, seed: i + 1, parallel, budgets, dataDir };
      }),
    ),
  );
  const results = await runJobs(jobs, { threads, onResult: (done) => showProgress(done, jobs.length) });
  return planned.map(({ problem, budgets }, i) => {
    const runs = contestants.map((contestant, j) => {
      const from = (i * contestants.length + j) * seeds;
      return { contestant, results: results.slice(from, from + seeds) };
    });
    return { report: evaluateProblem(problem, budgets, runs), runs };
  });
}

/** The problem's own up to the last, and that one. */
function budgetsOf({ budgets }: Problem, last: number | undefined): readonly number[] {
  return last === undefined ? budgets : [...budgets.filter((budget) => budget < last), last];
}

function showProgress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} searches${done === all ? '\n' : ''}`);
}
