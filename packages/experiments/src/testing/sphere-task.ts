import { defineTask, type Params } from '@cambium/core';
import * as z from 'zod';

/** A task without a world: the loss is a known function of the params. `units` is its size, known before it runs. */
export const sphereTask = defineTask({
  name: 'sphere',
  summary: 'The squared distance from a hidden optimum.',
  settings: z.strictObject({ steps: z.int().min(1).max(100).default(3), data: z.string().default('here') }),
  branches: ['hp', 'aug', 'train'],
  hyperparameters: {
    x: { meaning: 'First coordinate, from -5 to 5', value: z.number().min(-5).max(5) },
    y: { meaning: 'Second coordinate', value: z.number() },
    units: { meaning: 'Size, a whole number from 1', value: z.int().min(1) },
    kind: { meaning: 'Any', value: z.union([z.string(), z.number(), z.boolean()]) },
    depth: { meaning: 'Any', value: z.number() },
  },
  retrainsFinal: true,
  proxies: true,
  metrics: () => [
    { name: 'loss', description: 'Squared distance.', unit: '', direction: 'minimize', when: 'report' },
    { name: 'guess', description: 'Untrained.', unit: '', direction: 'maximize', when: 'report', untrained: true },
    { name: 'units', description: 'Size.', unit: '', direction: 'minimize', when: 'static' },
    { name: 'test_loss', description: 'Squared distance.', unit: '', direction: 'minimize', when: 'final' },
    { name: 'score', description: 'What a test says.', unit: '', direction: 'maximize', when: 'report' },
    { name: 'shared_loss', description: 'Of shared weights.', unit: '', direction: 'minimize', when: 'supernet' },
  ],
  prepare: async ({ steps, data }) =>
    data === 'here'
      ? { kind: 'ready', context: { inputShape: [1, 1, 1], classes: 2 }, maxStep: steps }
      : {
          kind: 'refused',
          issues: [{ path: ['data'], code: 'no-data', message: `there is no "${data}"; use "here"` }],
        },
  retraining: (settings, { steps = settings.steps }) => ({ ...settings, steps }),
  staticMetrics: ({ hp }) => ({ units: typeof hp?.['units'] === 'number' ? hp['units'] : 1 }),
});

/** The loss that a trial with these params ends with. */
export function sphereLoss(params: Params): number {
  const at = (name: string) => Number(params[name] ?? 0);
  return (at('hp.x') - 0.3) ** 2 + (at('hp.y') - 0.7) ** 2;
}
