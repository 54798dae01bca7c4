import { rewardMetrics } from '@cambium/experiments';
import { tasks } from '@cambium/tasks/manifests';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';

/** Empty when the task or its settings are of a version that this server does not know. */
export const experimentMetrics: NonNullable<ExperimentResolvers['metrics']> = ({ spec }) => {
  const task = tasks.find(spec.task.name);
  const parsed = task?.settings.safeParse(spec.task.settings);
  return task === undefined || parsed?.success !== true
    ? []
    : [...rewardMetrics(spec.objectives), ...task.metrics(parsed.data)];
};
