import * as z from 'zod';

/** More is a mistake in the input, not a search. */
const mostTrials = 1_000_000;
const mostParallel = 10_000;

const jsonObject = z.record(z.string(), z.json());
const named = z.strictObject({ name: z.string().min(1), options: jsonObject.default({}) });

/** MnasNet's soft constraint, unless said otherwise. */
const softExponent = z.number().min(-10).max(0).default(-0.07);
const reward = z.strictObject({
  accuracy: z.string().min(1),
  cost: z.string().min(1),
  target: z.number().positive(),
  alpha: softExponent,
  beta: softExponent,
});
const objective = z.strictObject({
  metric: z.string().min(1),
  direction: z.enum(['minimize', 'maximize']).optional(),
  reward: reward.optional(),
});

const constraint = z
  .strictObject({ metric: z.string().min(1), min: z.number().optional(), max: z.number().optional() })
  .superRefine(({ min, max }, context) => {
    if (min === undefined && max === undefined) {
      const message = 'a constraint needs min, max or both, e.g. { metric: params, max: 200000 }';
      context.addIssue({ code: 'custom', message, params: { code: 'missing' } });
    }
    if (min !== undefined && max !== undefined && min > max) {
      const message = `nothing is between min ${min} and max ${max}; min must not be above max`;
      context.addIssue({ code: 'custom', path: ['min'], message, params: { code: 'bad-range' } });
    }
  });

/** The shape of each field of a specification, before anything is looked up. Defaults that need no lookup are filled. */
export const specFields = {
  name: z.string().trim().min(1).max(200),
  description: z.string().max(10_000).optional(),
  task: z.strictObject({ name: z.string().min(1), settings: jsonObject.default({}) }),
  space: jsonObject,
  objectives: z.array(objective).min(1).max(8),
  constraints: z.array(constraint).max(32).default([]),
  searcher: named.default({ name: 'auto', options: {} }),
  pruner: named.optional(),
  budget: z.strictObject({
    maxTrials: z.int().min(1).max(mostTrials),
    maxParallel: z.int().min(1).max(mostParallel).default(1),
    maxTrialSeconds: z
      .number()
      .positive()
      .max(30 * 24 * 3600)
      .optional(),
    maxDeviceSeconds: z
      .number()
      .positive()
      .max(10 * 365 * 24 * 3600)
      .optional(),
    maxAttempts: z.int().min(1).max(100).default(3),
  }),
  final: z
    .strictObject({
      top: z.int().min(0).max(100).optional(),
      reevaluate: z
        .strictObject({ leaders: z.int().min(2).max(100).default(5), repeats: z.int().min(1).max(100).default(3) })
        .optional(),
    })
    .optional(),
  warmStart: z
    .strictObject({
      points: z
        .array(z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])))
        .max(1000)
        .default([]),
      experiments: z.array(z.uuid()).max(20).default([]),
      screening: z
        .strictObject({
          metric: z.string().min(1),
          direction: z.enum(['minimize', 'maximize']).default('maximize'),
          candidates: z.int().min(2).max(10_000).default(100),
          keep: z.int().min(1).max(1000).default(10),
        })
        .optional(),
    })
    .optional(),
  reuseResults: z.boolean().optional(),
  baselines: z.array(z.string().min(1)).max(8).optional(),
  seed: z.int().default(0),
};

/** What would be right where a whole field is missing. */
export const fieldExamples: Readonly<Record<keyof typeof specFields, string>> = {
  name: 'first search',
  description: 'what this search is for',
  task: '{ name: image-classification, settings: { dataset: fashion-mnist } }',
  space: '{ hp: { lr: { type: float, low: 0.0003, high: 0.03, log: true } } }',
  objectives: '[{ metric: val_accuracy, direction: maximize }]',
  constraints: '[{ metric: params, max: 200000 }]',
  searcher: '{ name: tpe }',
  pruner: '{ name: asha }',
  budget: '{ maxTrials: 16 }',
  final: '{ top: 1 }',
  warmStart: '{ points: [{ hp.lr: 0.001 }] }',
  reuseResults: 'true',
  baselines: '[none, trivialaugment-wide]',
  seed: '1',
};

/** Each field as parsed; undefined where it was refused (or is optional and absent). */
export type SpecFields = { readonly [Key in keyof typeof specFields]?: z.infer<(typeof specFields)[Key]> | undefined };
