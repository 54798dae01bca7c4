import type { Issue, MetricDescriptor, PrunerDefinition, TaskManifest } from '@cambium/core';
import type { CheckedAlgorithm } from './check-algorithm.js';
import { untrainedMetricProblem } from './untrained-metric-problem.js';
import type { UsedSearcher } from './used-searchers.js';

/** Whether a pruner can judge trials before their training, and nobody else does so. Issue paths start at the specification. */
export function checkFilter({
  searchers,
  pruner: { name },
  task,
}: {
  readonly searchers: readonly UsedSearcher[];
  readonly pruner: PrunerDefinition;
  readonly task: TaskManifest | undefined;
}): readonly Issue[] {
  const refuse = (code: string, message: string): Issue => ({ path: ['pruner', 'name'], code, message });
  const untrainable = task !== undefined && task.proxies !== true;
  const deriving = searchers.find(
    ({ searcher: { capabilities } }) =>
      capabilities.supernet === true || capabilities.densityMatching === true || capabilities.relaxedPolicy === true,
  );
  return [
    ...(untrainable
      ? [
          refuse(
            'no-proxies',
            `task ${task.name} knows nothing of a design before its trial; leave the pruner ${name} out`,
          ),
        ]
      : []),
    ...(deriving === undefined
      ? []
      : [
          refuse(
            'no-pruner',
            `${deriving.searcher.name} judges designs without a training of each itself; leave the pruner ${name} out, or take another searcher`,
          ),
        ]),
  ];
}

/** Whether the task knows the metric by which a pruner judges trials before their training. Paths start at its options. */
export function checkFilterMetric(
  { definition, options }: Partial<CheckedAlgorithm<PrunerDefinition>> = {},
  metrics: readonly MetricDescriptor[] | undefined,
): readonly Issue[] {
  const metric = options && definition?.untrainedMetric?.(options);
  const problem = metric === undefined || metrics === undefined ? undefined : untrainedMetricProblem(metric, metrics);
  return problem === undefined ? [] : [{ path: ['metric'], ...problem }];
}
