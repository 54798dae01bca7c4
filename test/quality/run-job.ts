import { simulateSearch } from '@cambium/testkit/search';
import { parseContestant } from './contestant.js';
import { openProblem } from './problems/open-problem.js';
import type { Problem } from './problems/problem.js';

/** One run of one searcher on one problem. Plain data: it crosses to another thread. */
export interface Job {
  readonly problem: string;
  readonly contestant: string;
  readonly seed: number;
  /** Trials that run at one time. */
  readonly parallel: number;
  /** In ascending order. */
  readonly budgets: readonly number[];
  readonly dataDir: string;
}

export interface JobResult {
  /** One for each budget. A search that is exhausted keeps its last one. */
  readonly scores: readonly number[];
  readonly seconds: number;
}

/** More trials than any budget of steps can pay for: some searchers begin very many short ones. */
const mostTrials = 100_000;

const problems = new Map<string, Promise<Problem>>();

export async function runJob(job: Job): Promise<JobResult> {
  const known = problems.get(job.problem) ?? openProblem(job.problem, job.dataDir);
  problems.set(job.problem, known);
  const problem = await known;
  const startedAt = performance.now();
  const scores = runSearch(problem, job);
  return { scores, seconds: (performance.now() - startedAt) / 1000 };
}

function runSearch(problem: Problem, { contestant, seed, parallel, budgets }: Job): number[] {
  const { searcher, options, pruner } = parseContestant(contestant);
  const last = budgets.at(-1) ?? 0;
  const filter = pruner?.definition.untrainedMetric === undefined ? undefined : pruner.definition;
  if (filter !== undefined && problem.untrained === undefined)
    throw new Error(`${filter.name} judges trials before their training, when nothing is known of ${problem.name}`);
  // Trials that end before their training cost next to nothing, and are not counted.
  const maxTrials = problem.unit === 'trials' && filter === undefined ? last : mostTrials;
  const progress = problem.start();
  const scores: number[] = [];
  let spent = 0;
  for (const step of simulateSearch({
    problem,
    searcher,
    options,
    seed,
    parallel,
    maxTrials,
    ...(pruner === undefined ? {} : { pruner }),
  })) {
    progress.add(step);
    spent += step.step > 0 && (problem.unit === 'steps' || step.ended) ? 1 : 0;
    while (scores.length < budgets.length && spent >= (budgets[scores.length] as number)) scores.push(progress.score());
    if (scores.length === budgets.length) break;
  }
  while (scores.length < budgets.length) scores.push(progress.score());
  return scores;
}
