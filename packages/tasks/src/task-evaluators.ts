import { CambiumError, unknownName } from '@cambium/core';
import type { TaskEvaluator } from './task-evaluator.js';
import { evaluatorLoaders } from './tasks/evaluator-loaders.gen.js';

const loaders: Readonly<Record<string, () => Promise<TaskEvaluator>>> = evaluatorLoaders;

/**
 * What runs the trials of each task, by the names of the manifests. Loaded when it is asked for: a process that trains
 * nothing starts without TensorFlow.js.
 */
export const taskEvaluators = {
  /** @throws CambiumError `fix-input` that names the known tasks. */
  async get(task: string): Promise<TaskEvaluator> {
    const load = Object.hasOwn(loaders, task) ? loaders[task] : undefined;
    if (load === undefined) throw new CambiumError('fix-input', unknownName('task', task, Object.keys(loaders)));
    return load();
  },
};
