import { type Issue, prefixIssues, type TaskEnvironment, type TaskPreparation, unknownName } from '@cambium/core';
import { datasets } from '@cambium/datasets';
import { planSplit } from './plan-split.js';
import type { ImageClassificationSettings } from './settings.js';

/**
 * Looks at the data set: is it known, is it there, is it large enough? Reads what it must to know its shape and classes.
 * Issue paths start at the task's settings.
 */
export async function prepare(
  settings: ImageClassificationSettings,
  environment: TaskEnvironment,
): Promise<TaskPreparation> {
  const dataset = datasets.find(settings.dataset);
  if (dataset === undefined) {
    const message = unknownName('data set', settings.dataset, datasets.names);
    return refused([{ path: ['dataset'], code: 'unknown-dataset', message }]);
  }
  const parsed = dataset.settings.safeParse(settings.datasetSettings);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((problem) => {
      // A strict schema names a key that it does not know in `keys`; the path ends at the object around it.
      const unknown = 'keys' in problem && Array.isArray(problem.keys) ? [String(problem.keys[0])] : [];
      const inside = problem.path.map((key) => (typeof key === 'number' ? key : String(key)));
      const path = ['datasetSettings', ...inside, ...unknown];
      return { path, code: 'bad-setting', message: `${dataset.name}: ${problem.message}` };
    });
    return refused(issues);
  }
  const description = await dataset.describe(parsed.data, environment);
  if (description.kind === 'refused') return refused(prefixIssues(['datasetSettings'], description.issues));
  const { shape, classNames, trainCount } = description;
  const plan = planSplit(settings, trainCount);
  if (plan.kind === 'refused') return refused(plan.issues);
  if (settings.proxiesOnly && settings.proxies.length === 0) {
    const message = 'name at least one proxy in `proxies`: without any, proxiesOnly leaves nothing to measure';
    return refused([{ path: ['proxies'], code: 'no-proxy', message }]);
  }
  return {
    kind: 'ready',
    context: { inputShape: shape, classes: classNames.length },
    maxStep: settings.proxiesOnly ? 1 : settings.epochs,
  };
}

function refused(issues: readonly Issue[]): TaskPreparation {
  return { kind: 'refused', issues };
}
