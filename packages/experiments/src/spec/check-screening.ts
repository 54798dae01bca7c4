import type { Budget, Issue, MetricDescriptor, Screening, SearcherDefinition, TaskManifest } from '@cambium/core';
import { untrainedMetricProblem } from './untrained-metric-problem.js';

/** What a screening depends on, as far as it can be read. */
export interface ScreeningSurroundings {
  readonly task: TaskManifest | undefined;
  readonly metrics: readonly MetricDescriptor[] | undefined;
  readonly searcher: SearcherDefinition | undefined;
  readonly budget: Pick<Budget, 'maxTrials'> | undefined;
}

/** Whether designs can be judged without a training, and some of the budget is left for those that win. Paths start at it. */
export function checkScreening(
  { metric, candidates, keep }: Screening,
  { task, metrics, searcher, budget }: ScreeningSurroundings,
): readonly Issue[] {
  const issues: Issue[] = [];
  const refuse = (path: Issue['path'], code: string, message: string) => issues.push({ path, code, message });
  if (task !== undefined && task.proxies !== true) {
    refuse(
      [],
      'no-proxies',
      `task ${task.name} can't judge a design without a trial of its own; leave the screening out`,
    );
  } else if (metrics !== undefined) {
    const problem = untrainedMetricProblem(metric, metrics);
    if (problem !== undefined) refuse(['metric'], problem.code, problem.message);
  }
  if (searcher?.capabilities.supernet === true) {
    const message = `${searcher.name} trains all networks of a space together and judges them so; leave the screening out, or take another searcher`;
    refuse([], 'no-screening', message);
  }
  if (searcher?.capabilities.densityMatching === true) {
    const message = `${searcher.name} judges its policies without a training itself; leave the screening out, or take another searcher`;
    refuse([], 'no-screening', message);
  }
  if (searcher?.capabilities.relaxedPolicy === true) {
    const message = `${searcher.name} learns its policies by gradient; leave the screening out, or take another searcher`;
    refuse([], 'no-screening', message);
  }
  if (keep > candidates) {
    refuse(['keep'], 'bad-range', `of ${candidates} candidates no ${keep} can be trained; keep at most ${candidates}`);
  }
  if (budget !== undefined && candidates >= budget.maxTrials) {
    const message = `the budget is ${budget.maxTrials} trials, and each candidate costs one, so that none is left to be trained; judge fewer, or raise budget.maxTrials to ${candidates + keep} or more`;
    refuse(['candidates'], 'no-budget', message);
  }
  return issues;
}
