import * as z from 'zod';
import { refusal, strictSettings } from '../schema/strict-settings.js';

const share = z.number().min(0).max(1);

export const stepSchema = strictSettings({
  op: z.string().min(1).meta({ title: 'Op', description: 'Name of an augmentation op.' }),
  probability: share.default(1).meta({ title: 'Probability', description: 'Share of images that get it.' }),
  magnitude: share.default(0.5).meta({ title: 'Magnitude', description: 'Strength, as a share of the op’s range.' }),
});

/** What every dialect of policies takes beside its own settings. */
export const sharedFields = {
  before: z.array(stepSchema).default([]).meta({
    title: 'Always first',
    description: 'Steps before the searched policy, such as flip with probability 0.5 and crop: the usual base.',
  }),
  classGroups: z
    .array(z.array(z.int().min(0)).min(1))
    .superRefine((groups, context) => {
      const seen = new Set<number>();
      for (const [g, group] of groups.entries()) {
        for (const [i, label] of group.entries()) {
          if (seen.has(label)) {
            context.addIssue(refusal('duplicate-choice', [g, i], `class ${label} is listed twice; remove one`));
          }
          seen.add(label);
        }
      }
    })
    .default([])
    .meta({
      title: 'Class groups',
      description:
        'Lists of class indices, from 0: each group gets a policy of its own, and all other classes share one.',
    }),
};

export type SharedSettings = z.infer<z.ZodObject<typeof sharedFields>>;
