/** The worker process of a runner that is given no other: it evaluates trials of the registered tasks. */
import { taskEvaluators } from '@cambium/tasks';
import { serveTrials } from './serve-trials.js';

serveTrials(taskEvaluators);
