import { defineTask, type MetricDescriptor, proxyMode } from '@cambium/core';
import * as z from 'zod';
import { parameterName } from './column-reference.js';
import { openTable } from './open-table.js';
import { type TableSettings, tableSettings } from './settings.js';
import { TableProblem } from './table-problem.js';

const value = z.union([z.string(), z.number(), z.boolean()]);

export const tableManifest = defineTask<TableSettings>({
  name: 'table',
  summary: 'Looks results up in a table of measurements made before: a benchmark without the training.',
  settings: tableSettings,
  branches: ['hp'],
  ownSpace: true,
  // Values that the table does not have stand for the nearest that it has.
  hyperparameters: ({ params }) =>
    Object.fromEntries(
      params.map((name) => [parameterName(name), { meaning: `Column ${name}`, value, required: true }]),
    ),
  retrainsFinal: false,
  proxies: true,
  metrics: tableMetrics,
  modeSteps: (mode) => (mode === proxyMode ? 1 : undefined),
  async prepare(settings, environment) {
    try {
      const { parameters, steps } = await openTable(settings, environment);
      const domains = parameters.map(({ name, ordered, values }) => {
        return [name, { type: ordered ? 'ordinal' : 'categorical', choices: [...values] }] as const;
      });
      return { kind: 'ready', context: {}, maxStep: steps, space: { hp: Object.fromEntries(domains) } };
    } catch (error) {
      if (!(error instanceof TableProblem)) throw error;
      return { kind: 'refused', issues: [error.issue] };
    }
  },
  staticMetrics: () => ({}),
});

function tableMetrics({ file, metrics, maximize, untrained, time }: TableSettings): MetricDescriptor[] {
  const measured = metrics.map((name): MetricDescriptor => {
    const direction = maximize.includes(name) ? 'maximize' : 'minimize';
    const early = untrained.includes(name) ? { untrained: true as const } : {};
    return { name, description: `Column of ${file}.`, unit: '', direction, when: 'report', ...early };
  });
  if (time === undefined) return measured;
  const seconds = { name: time, description: 'Seconds that the measurement took.', unit: 's' };
  return [...measured, { ...seconds, direction: 'minimize', when: 'report' }];
}
