import { CambiumError, type JsonObject } from '@cambium/core';
import { remember } from '../../simulated/remember.js';
import { orBadInput, runSteps } from '../../simulated/run-steps.js';
import type { TaskEvaluator } from '../../task-evaluator.js';
import { namedMeasurement } from './metrics.js';
import { openBenchmark } from './open-benchmark.js';
import { functionSettings } from './settings.js';

/** Evaluates a benchmark function. Deterministic but for its noise, which depends on the seed, the trial and the step. */
export const functionEvaluator: TaskEvaluator = {
  name: 'function',
  evaluate: (claim, options) =>
    orBadInput(async () => {
      const benchmark = benchmarkOf(claim.task.settings);
      const { params, seed, number } = claim;
      const measure = (step: number) => namedMeasurement(benchmark.measure(params, step, [seed, number, step]));
      return runSteps(claim, { steps: benchmark.steps, measure }, options);
    }),
};

const benchmarkOf = remember(
  (settings: JsonObject) => {
    const parsed = functionSettings.safeParse(settings);
    if (parsed.success) return openBenchmark(parsed.data);
    const reasons = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new CambiumError('fix-input', `task.settings: ${reasons.join('; ')}`);
  },
  { keyOf: (settings) => JSON.stringify(settings), limit: 8 },
);
