import type { ProblemRuns } from '../run-problems.js';
import { criticalT } from '../statistics/student.js';
import { summarize } from '../statistics/summarize.js';

/** One thing that a searcher was to reach on one problem. */
export interface Verdict {
  readonly problem: string;
  readonly contestant: string;
  readonly budget: number;
  /** Null: it is told, not judged. */
  readonly reached: boolean | null;
  /** What was measured against what, for people. */
  readonly because: string;
}

/**
 * Of the published mean at each budget: reached unless the whole 95 % interval of the difference is below 0. So many intervals
 * miss something for no reason, so one that is missed is compared with the wider interval, too, that holds for all of a
 * contestant's budgets together (Bonferroni).
 */
export function referenceVerdicts(ran: readonly ProblemRuns[]): Verdict[] {
  const comparisonsOf = (name: string) =>
    ran
      .flatMap(({ report }) => report.contestants.filter(({ contestant }) => contestant === name))
      .flatMap((each) => each.comparisons).length;
  return ran.flatMap(({ report }) =>
    report.contestants.flatMap(({ contestant, comparisons }) =>
      comparisons.map(({ budget, ours, theirs, difference, interval, verdict }): Verdict => {
        const [low, high] = interval ?? [difference, difference];
        // Both means are of so many runs that the normal distribution will do.
        const widened = (criticalT(1e6, 0.05 / comparisonsOf(contestant)) / 1.96) * (high - difference);
        const together = difference + widened >= 0 ? ', but 0 is within that of all budgets together' : '';
        const reached = verdict !== 'worse';
        return {
          problem: report.name,
          contestant,
          budget,
          reached,
          because: `${ours.toFixed(3)} against ${theirs.toFixed(3)}, difference within ${low.toFixed(3)} … ${high.toFixed(3)}${reached ? '' : together}`,
        };
      }),
    ),
  );
}

/** Share of the true hypervolume that a front is to have, on the average of the runs. */
const wantedShare = 0.99;

export function frontVerdicts(ran: readonly ProblemRuns[]): Verdict[] {
  return ran.flatMap(({ report, runs }) =>
    runs.map(({ contestant, results }): Verdict => {
      const shares = results.map(({ scores }) => scores.at(-1) as number);
      const { mean } = summarize(shares);
      return {
        problem: report.name,
        contestant,
        budget: report.budgets.at(-1) as number,
        reached: mean >= wantedShare,
        because: `${mean.toFixed(4)} of the true hypervolume, in the worst run ${Math.min(...shares).toFixed(4)}`,
      };
    }),
  );
}

/** The soft reward’s target decides nothing, so where it ends is told and no verdict. */
const isJudged = (problem: string) => !problem.startsWith('mnasnet-soft-');

/** How far from its target a search by MnasNet's reward may end, in %, on the average of the runs. */
const wantedDistance = 5;

export function targetVerdicts(ran: readonly ProblemRuns[]): Verdict[] {
  return ran.flatMap(({ report, runs }) =>
    runs.map(({ contestant, results }): Verdict => {
      const distances = results.map(({ scores }) => scores.at(-1) as number);
      const { mean, median } = summarize(distances);
      const { optimum = 0 } = report;
      const within = distances.filter((distance) => distance <= wantedDistance).length;
      return {
        problem: report.name,
        contestant,
        budget: report.budgets.at(-1) as number,
        reached: isJudged(report.name) ? mean <= wantedDistance : null,
        because: `${mean.toFixed(2)} % from the target, median ${median.toFixed(2)} %; ${within} of ${distances.length} runs within ${wantedDistance} %; the best of all cells is ${optimum.toFixed(2)} % from it`,
      };
    }),
  );
}

/** One line for each verdict, and how many were reached. */
export function verdictLines(verdicts: readonly Verdict[]): string[] {
  const judged = verdicts.filter(({ reached }) => reached !== null);
  const reached = judged.filter((verdict) => verdict.reached === true).length;
  return [
    '',
    ...verdicts.map(
      ({ problem, contestant, budget, because, reached }) =>
        `${reached === null ? '        ' : reached ? 'reached ' : 'NOT     '} ${problem}, ${contestant} at ${budget}: ${because}`,
    ),
    `${reached} of ${judged.length} reached`,
  ];
}
