import type { Evaluator } from '@cambium/core';

/** The half of a task that runs in a runner: `name` is its manifest's. */
export interface TaskEvaluator extends Evaluator {
  readonly name: string;
}
