import { CambiumError, createRng, type JsonObject, type Params, proxyMode } from '@cambium/core';
import { judgeUntrained } from '../../judge-untrained.js';
import { remember } from '../../simulated/remember.js';
import { orBadInput, runSteps } from '../../simulated/run-steps.js';
import type { TaskEvaluator } from '../../task-evaluator.js';
import type { Table } from './create-table.js';
import { openTable } from './open-table.js';
import { tableSettings } from './settings.js';
import { TableProblem } from './table-problem.js';

/** Looks the trial's point up. Deterministic; with repetitions drawn, by the seed and the trial's number. */
export const tableEvaluator: TaskEvaluator = {
  name: 'table',
  evaluate: (claim, options) =>
    orBadInput(async () => {
      const settings = parseSettings(claim.task.settings);
      const table = await openTable(settings, options.environment).catch((error: unknown) => {
        throw error instanceof TableProblem ? new CambiumError('fix-input', error.message, { cause: error }) : error;
      });
      const point = findPoint(table, claim.params);
      const draw =
        settings.repetitions === 'draw' ? createRng(claim.seed).fork('table').fork(claim.number).next() : null;
      const measure = (step: number) => table.measure(point, step, draw);
      const untrained = () => {
        const all = measure(1);
        return Object.fromEntries(settings.untrained.map((name) => [name, all[name] ?? null]));
      };
      if (claim.mode === proxyMode) return runSteps(claim, { steps: 1, measure: untrained }, options);
      const ended = await judgeUntrained(claim, untrained(), options);
      return ended ?? runSteps(claim, { steps: table.steps, measure }, options);
    }),
};

/** @throws CambiumError `fix-input` for params that are near no row. */
function findPoint(table: Table, params: Params): number {
  for (const { name, ordered, values } of table.parameters) {
    const value = params[`hp.${name}`];
    if (ordered ? typeof value === 'number' : values.includes(value as string)) continue;
    const right = ordered ? 'a number' : `one of ${values.slice(0, 20).join(', ')}`;
    throw new CambiumError('fix-input', `hp.${name} is ${JSON.stringify(value)}; right is ${right}`);
  }
  return table.find(params);
}

const parseSettings = remember(
  (settings: JsonObject) => {
    const parsed = tableSettings.safeParse(settings);
    if (parsed.success) return parsed.data;
    const reasons = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new CambiumError('fix-input', `task.settings: ${reasons.join('; ')}`);
  },
  { keyOf: (settings) => JSON.stringify(settings), limit: 8 },
);
