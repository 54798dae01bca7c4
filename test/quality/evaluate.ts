import { type Comparison, compare, isMeasureOf } from './compare.js';
import type { Problem } from './problems/problem.js';
import type { JobResult } from './run-job.js';
import { ranksOf } from './statistics/ranks.js';
import { type Summary, summarize } from './statistics/summarize.js';
import { wilcoxonP } from './statistics/wilcoxon.js';

/** The scores of one contestant on one problem, one row of budgets for each seed. */
export interface Runs {
  readonly contestant: string;
  readonly results: readonly JobResult[];
}

export interface ContestantReport {
  readonly contestant: string;
  readonly reached: Readonly<Record<number, Summary>>;
  /** Mean rank among the contestants over the seeds, at the last budget; 1 is the best. */
  readonly rank: number;
  /** Two-sided p-values of paired tests against the first contestant, by budget; absent for that one itself. */
  readonly p?: Readonly<Record<number, number>>;
  /** Mean seconds of a run. */
  readonly seconds: number;
  readonly comparisons: readonly (Comparison & { readonly reference: string })[];
}

export interface ProblemReport
  extends Pick<Problem, 'name' | 'measures' | 'better' | 'unit' | 'summary' | 'references' | 'optimum'> {
  readonly budgets: readonly number[];
  readonly contestants: readonly ContestantReport[];
}

/** The first of the runs is what the others are tested against, seed by seed. */
export function evaluateProblem(problem: Problem, budgets: readonly number[], runs: readonly Runs[]): ProblemReport {
  const scoresAt = ({ results }: Runs, index: number) => results.map(({ scores }) => scores[index] as number);
  const byBudget = <T>(value: (index: number) => T) =>
    Object.fromEntries(budgets.map((budget, index) => [budget, value(index)])) as Record<number, T>;
  const last = budgets.length - 1;
  const ranks = (runs[0]?.results ?? []).map((_, seed) =>
    ranksOf(
      runs.map(({ results }) => results[seed]?.scores[last] ?? Number.NaN),
      problem.better,
    ),
  );
  const contestants = runs.map((one, place): ContestantReport => {
    const reached = byBudget((index) => summarize(scoresAt(one, index)));
    const [first] = runs;
    return {
      contestant: one.contestant,
      reached,
      rank: ranks.reduce((sum, each) => sum + (each[place] as number), 0) / ranks.length,
      ...(first === undefined || first === one
        ? {}
        : { p: byBudget((index) => wilcoxonP(scoresAt(one, index), scoresAt(first, index))) }),
      seconds: summarize(one.results.map(({ seconds }) => seconds)).mean,
      comparisons: problem.references
        .filter((reference) => isMeasureOf(reference, one.contestant))
        .flatMap((reference) =>
          compare(problem, reached, reference).map((result) => ({ reference: reference.label, ...result })),
        ),
    };
  });
  const { name, measures, better, unit, summary, references, optimum } = problem;
  const known = optimum === undefined ? {} : { optimum };
  return { name, measures, better, unit, summary, references, ...known, budgets, contestants };
}

/** Mean rank of each contestant over the problems, with the spread over them. */
export function overallRanks(reports: readonly ProblemReport[]): { contestant: string; rank: Summary }[] {
  const [first] = reports;
  return (first?.contestants ?? []).map(({ contestant }, place) => ({
    contestant,
    rank: summarize(reports.map(({ contestants }) => contestants[place]?.rank ?? Number.NaN)),
  }));
}
