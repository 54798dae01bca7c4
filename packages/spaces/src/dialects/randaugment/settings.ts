import * as z from 'zod';
import { randAugmentOps } from '../../augmentation/op-lists.js';
import { choiceList } from '../../schema/choice-list.js';

/** What a RandAugment policy may look like. */
export const randAugmentFields = {
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
  table: z.enum(['standard', 'wide']).default('standard').meta({
    title: 'Magnitude table',
    description: 'How strong the strongest is: as in the paper (standard), or far more, as in TrivialAugment (wide).',
  }),
};

export type RandAugmentSettings = z.infer<z.ZodObject<typeof randAugmentFields>>;
