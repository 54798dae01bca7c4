import type { AugmentationPolicy } from '@cambium/core';
import * as z from 'zod';

const share = z.number().min(0).max(1);
const step = z.strictObject({ op: z.string().min(1), probability: share, magnitude: share });
const names = z.array(z.string().min(1));
const policy: z.ZodType<AugmentationPolicy> = z.lazy(() => policySchema);

/** The form of a policy, as JSON. Whether its ops exist is for those to say who apply it. */
export const policySchema: z.ZodType<AugmentationPolicy> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('random-subset'),
    ops: names,
    count: z.int().min(0),
    magnitude: z.union([share, z.literal('uniform')]),
    table: z.enum(['standard', 'wide']).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('sequence'), steps: z.array(step) }),
  z.strictObject({ kind: z.literal('some-of'), steps: z.array(step), weights: z.array(z.number().min(0)).min(1) }),
  z.strictObject({ kind: z.literal('one-of'), policies: z.array(policy).min(1) }),
  z.strictObject({ kind: z.literal('chain'), policies: z.array(policy) }),
  z.strictObject({
    kind: z.literal('augmix'),
    ops: names.min(1),
    width: z.int().min(0),
    depth: z.int().min(1).nullable(),
    magnitude: share,
    alpha: z.number().positive().max(1000),
  }),
  z.strictObject({ kind: z.literal('per-class'), classes: z.record(z.string(), policy), otherwise: policy }),
  z.strictObject({
    kind: z.literal('schedule'),
    phases: z.array(z.strictObject({ from: z.number().min(0).lt(1), policy })).min(1),
  }),
]);
