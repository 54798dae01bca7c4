import { createRegistry, type Registry } from '@cambium/core';
import type { TaskEvaluator } from './task-evaluator.js';
import { evaluatorList } from './tasks/evaluator-list.gen.js';

/** What runs the trials of each task, by the names of the manifests. */
export const taskEvaluators: Registry<TaskEvaluator> = createRegistry('task', evaluatorList);
