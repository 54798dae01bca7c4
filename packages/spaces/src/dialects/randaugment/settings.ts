import * as z from 'zod';
import { choiceList } from '../../schema/choice-list.js';
import { refusal, strictSettings } from '../../schema/strict-settings.js';
import { randAugmentOps } from './op-groups.js';

/** What a RandAugment policy may look like. */
export const randAugmentSettings = strictSettings({
  ops: choiceList(z.string().min(1), randAugmentOps, {
    title: 'Operations',
    description: 'Names of augmentation ops that a policy may draw from.',
  }),
  subset: z.enum(['groups', 'ops', 'all']).default('groups').meta({
    title: 'Subset',
    description:
      'What is switched on and off: groups of ops (geometry, colour, tone), each op, or nothing (all are used).',
  }),
  counts: choiceList(z.int().min(0).max(8), [0, 1, 2], {
    title: 'Counts',
    description: 'How many ops an image may get one after the other (N of the paper); 0 is no augmentation.',
  }),
  minMagnitude: z.number().min(0).max(1).default(0.1).meta({
    title: 'Lowest magnitude',
    description: 'Least strength (M of the paper), as a share of each op’s range.',
  }),
  maxMagnitude: z.number().min(0).max(1).default(0.9).meta({
    title: 'Highest magnitude',
    description: 'Greatest strength, as a share of each op’s range; equal to the lowest fixes it.',
  }),
}).superRefine(({ minMagnitude, maxMagnitude }, context) => {
  if (minMagnitude <= maxMagnitude) return;
  const message = `minMagnitude (${minMagnitude}) must not be above maxMagnitude (${maxMagnitude})`;
  context.addIssue(refusal('bad-range', ['minMagnitude'], message));
});

export type RandAugmentSettings = z.infer<typeof randAugmentSettings>;
