import type { Experiment, MetricDescriptor } from '@cambium/core';
import { rewardMetrics } from '@cambium/experiments';
import { tasks } from '@cambium/tasks/manifests';

/** Empty when the task or its settings are of a version that this server does not know. */
export function experimentMetrics({ spec }: Pick<Experiment, 'spec'>): MetricDescriptor[] {
  const task = tasks.find(spec.task.name);
  const parsed = task?.settings.safeParse(spec.task.settings);
  return task === undefined || parsed?.success !== true
    ? []
    : [...rewardMetrics(spec.objectives), ...task.metrics(parsed.data)];
}
