import type { Experiment, TrialRun } from '@cambium/core';

/** Whether an experiment spends budget at present. */
export function isSearching({ state, phase }: Experiment): boolean {
  return state === 'running' && phase === 'search';
}

/**
 * Milliseconds until the budget is spent, by how long the newest trials took and how many of them ran at one time; when
 * nothing ran (a pause, the time before an extension) does not count. Null before a trial has ended and whenever the
 * experiment is not searching. Infeasible trials cost no budget.
 */
export function timeLeft(experiment: Experiment, newestRuns: readonly TrialRun[], now: number): number | null {
  const { counts, maxTrials } = experiment;
  const ended = newestRuns.flatMap(({ startedAt, finishedAt }) =>
    finishedAt === null ? [] : [finishedAt - startedAt],
  );
  if (!isSearching(experiment) || ended.length === 0) return null;
  const left = Math.max(0, maxTrials - (counts.complete + counts.pruned + counts.failed + counts.cancelled));
  const typical = sum(ended) / ended.length;
  const begun = newestRuns.filter(({ finishedAt }) => finishedAt === null).map(({ startedAt }) => now - startedAt);
  const trialsWork = left * typical - sum(begun.map((elapsed) => Math.min(elapsed, typical)));
  const { maxDeviceSeconds = Number.POSITIVE_INFINITY } = experiment.spec.budget;
  const work = Math.min(trialsWork, maxDeviceSeconds * 1000 - experiment.deviceMs - sum(begun));
  const busy = timeCovered(newestRuns.map(({ startedAt, finishedAt }) => [startedAt, finishedAt ?? now] as const));
  const atOneTime = busy === 0 ? 1 : (sum(ended) + sum(begun)) / busy;
  return Math.max(0, work) / Math.min(atOneTime, Math.max(1, left));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How long at least one of the intervals lasted. */
function timeCovered(intervals: readonly (readonly [from: number, to: number])[]): number {
  let covered = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const [from, to] of intervals.toSorted(([a], [b]) => a - b)) {
    covered += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return covered;
}
