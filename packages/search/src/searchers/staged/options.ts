import { branchNames } from '@cambium/core';
import * as z from 'zod';
import type { FindSearchers } from '../../composite/compose-searcher.js';
import { definitionOf, innerSearcher } from '../../composite/inner-searcher.js';
import { startPoint } from '../../composite/start-point.js';

const gate = z.strictObject({
  patience: z.int().min(1).max(100_000).meta({
    title: 'Patience',
    description: 'So many trials in a row without an improvement end the stage.',
  }),
  minImprovement: z.number().min(0).default(0).meta({
    title: 'Least improvement',
    description: 'Less than this, in the unit of the objective, counts as none.',
  }),
});

const stage = (searchers: FindSearchers) =>
  z.strictObject({
    name: z.string().trim().min(1).max(60),
    branches: z.array(z.enum(branchNames)).min(1).meta({ description: 'The branches that it searches.' }),
    searcher: innerSearcher(searchers, { preset: 'tpe' }).prefault({}),
    share: z.number().positive().max(1000).default(1).meta({
      description: 'Its part of the budget, in relation to the shares of the other stages.',
    }),
    keep: z.int().min(1).max(100).default(1).meta({
      description: 'How many of its best trials the next stage builds on, in turn.',
    }),
    fidelity: z.int().min(1).max(1_000_000).optional().meta({
      description: 'Steps of its trials; all of the task’s if left out.',
    }),
    gate: gate.optional().meta({ description: 'Ends the stage early; what it saves is for those after it.' }),
  });

/** Architecture first, then what suits it. Stages that have nothing to search are left out. */
const usual = [
  { name: 'architecture', branches: ['arch' as const], share: 0.4 },
  { name: 'augmentation', branches: ['aug' as const], share: 0.3 },
  { name: 'training', branches: ['train' as const, 'hp' as const], share: 0.3 },
];

export const stagedOptions = (searchers: FindSearchers) =>
  z
    .strictObject({
      stages: z.array(stage(searchers)).min(1).max(20).prefault(usual).meta({
        title: 'Stages',
        description:
          'In order; each has a name, branches, a searcher, a share of the budget, and may keep several winners, run shorter trials (fidelity) and end early (gate).',
      }),
      start: startPoint,
    })
    .superRefine(({ stages }, context) => {
      for (const [index, { name, fidelity, searcher }] of stages.entries()) {
        if (fidelity === 1 && definitionOf(searchers, searcher).capabilities.multiFidelity) {
          const message = `${searcher.name} gives most trials a part of their steps, and here a trial has just one; raise it, or take another searcher`;
          context.addIssue({
            code: 'custom',
            path: ['stages', index, 'fidelity'],
            message,
            params: { code: 'one-step' },
          });
        }
        if (stages.findIndex((other) => other.name === name) === index) continue;
        const message = `there is another stage "${name}"; give each a name of its own`;
        context.addIssue({ code: 'custom', path: ['stages', index, 'name'], message, params: { code: 'same-name' } });
      }
    })
    .meta({ title: 'Stages', description: 'One branch after the other, each with a searcher of its own.' });

export type StagedOptions = z.infer<ReturnType<typeof stagedOptions>>;
export type Stage = StagedOptions['stages'][number];
