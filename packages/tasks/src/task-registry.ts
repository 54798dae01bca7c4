import { createRegistry, type Registry, type TaskManifest } from '@cambium/core';
import { manifestList } from './tasks/manifest-list.gen.js';

/** What every task takes and measures. Needs no TensorFlow.js. */
export const tasks: Registry<TaskManifest> = createRegistry('task', manifestList);
