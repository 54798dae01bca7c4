import * as z from 'zod';
import { choiceList, oneOf } from '../../schema/choice-list.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';
import { nasBench201Ops } from './edges.js';

/** The benchmark itself is width 16 with 5 cells in each of 3 stages. */
export const nasBench201Settings = strictSettings({
  ops: choiceList(oneOf('operation', nasBench201Ops), nasBench201Ops, {
    title: 'Operations',
    description: 'What each of the six connections may be; at least two.',
  }),
  cells: z.int().min(1).max(20).default(1).meta({
    title: 'Cells per stage',
    description: 'How often the cell is repeated in a stage; the benchmark has 5.',
  }),
  width: z.int().min(1).max(256).default(16).meta({
    title: 'Width',
    description: 'Channels of the first stage; each later stage has twice as many. The benchmark has 16.',
  }),
  stages: z.int().min(1).max(5).default(3).meta({
    title: 'Stages',
    description: 'Every stage after the first starts with a residual block that halves the resolution.',
  }),
}).superRefine(({ ops }, context) => {
  if (ops.length !== 1) return;
  context.addIssue(refusal('single-choice', ['ops'], 'one operation leaves nothing to search; give at least two'));
});

export type NasBench201Settings = z.infer<typeof nasBench201Settings>;
