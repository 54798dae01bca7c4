import { defineTask } from '@cambium/core';
import { functionMetrics } from './metrics.js';
import { openBenchmark } from './open-benchmark.js';
import { describeParameter } from './parameters.js';
import { type FunctionSettings, functionSettings } from './settings.js';

export const functionManifest = defineTask<FunctionSettings>({
  name: 'function',
  summary: 'Evaluates a benchmark function in microseconds: to try searchers, pruners and the platform itself.',
  settings: functionSettings,
  branches: ['hp'],
  ownSpace: true,
  hyperparameters(settings) {
    const { parameters } = openBenchmark(settings);
    return Object.fromEntries(parameters.map(([name, parameter]) => [name, describeParameter(parameter)]));
  },
  retrainsFinal: false,
  metrics: functionMetrics,
  prepare: async (settings) => ({
    kind: 'ready',
    context: {},
    maxStep: settings.steps,
    space: { hp: Object.fromEntries(openBenchmark(settings).parameters) },
  }),
  staticMetrics: ({ hp = {} }, settings) => ({ cost: openBenchmark(settings).cost(hp) }),
});
