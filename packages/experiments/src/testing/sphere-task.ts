import { defineTask, type Params } from '@cambium/core';
import * as z from 'zod';

/** A task without a world: the loss is a known function of the params. `units` is its size, known before it runs. */
export const sphereTask = defineTask({
  name: 'sphere',
  summary: 'The squared distance from a hidden optimum.',
  settings: z.strictObject({ steps: z.int().min(1).max(100).default(3), data: z.string().default('here') }),
  branches: ['hp'],
  hyperparameters: { x: 'First coordinate.', y: 'Second coordinate.', units: 'Size.', kind: 'Any.', depth: 'Any.' },
  retrainsFinal: true,
  metrics: () => [
    { name: 'loss', description: 'Squared distance.', unit: '', direction: 'minimize', when: 'report' },
    { name: 'units', description: 'Size.', unit: '', direction: 'minimize', when: 'static' },
    { name: 'test_loss', description: 'Squared distance.', unit: '', direction: 'minimize', when: 'final' },
  ],
  prepare: async ({ steps, data }) =>
    data === 'here'
      ? { kind: 'ready', context: { inputShape: [1, 1, 1], classes: 2 }, maxStep: steps }
      : {
          kind: 'refused',
          issues: [{ path: ['data'], code: 'no-data', message: `there is no "${data}"; use "here"` }],
        },
  staticMetrics: ({ hp }) => ({ units: typeof hp?.['units'] === 'number' ? hp['units'] : 1 }),
});

/** The loss that a trial with these params ends with. */
export function sphereLoss(params: Params): number {
  const at = (name: string) => Number(params[name] ?? 0);
  return (at('hp.x') - 0.3) ** 2 + (at('hp.y') - 0.7) ** 2;
}
