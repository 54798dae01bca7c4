import { strictSettings } from '@cambium/spaces';
import * as z from 'zod';
import { oneOf, procedureFields } from './procedure-fields.js';

/** How weights are trained where the space says nothing else. */
const training = strictSettings({
  optimizer: procedureFields.optimizer.default('adamw').meta({
    title: 'Optimizer',
    description: 'sgd, momentum (sgd with momentum), nesterov, adam or adamw.',
  }),
  learningRate: procedureFields.learningRate.default(2e-3).meta({
    title: 'Learning rate',
    description: 'Highest rate of the schedule, per step.',
  }),
  schedule: procedureFields.schedule.default('cosine').meta({
    title: 'Schedule',
    description: 'How the learning rate changes over the training.',
  }),
  warmup: procedureFields.warmup.default(0.05).meta({
    title: 'Warm-up',
    description: 'Share of all steps in which the rate rises from 0.',
  }),
  weightDecay: procedureFields.weightDecay.default(1e-4).meta({
    title: 'Weight decay',
    description: 'Decoupled for adamw, L2 for the others.',
  }),
  momentum: procedureFields.momentum.optional().meta({
    title: 'Momentum',
    description: 'Of sgd, momentum and nesterov. If unset: 0 for sgd, 0.9 for the others.',
  }),
  labelSmoothing: procedureFields.labelSmoothing.default(0).meta({
    title: 'Label smoothing',
    description: 'Share of the target that is spread over all classes.',
  }),
  mixup: procedureFields.mixup.default(0).meta({
    title: 'Mixup',
    description: 'α of the Beta distribution that pairs of images are mixed by; 0 is off.',
  }),
  batchSize: procedureFields.batchSize.default(64).meta({
    title: 'Batch size',
    description: 'Images per step.',
  }),
});

/** How the time and memory of a forward pass are measured. */
const latency = strictSettings({
  measure: oneOf('choice', ['when-asked', 'always'])
    .default('when-asked')
    .meta({ title: 'Measure', description: 'when-asked: where an objective or a constraint is about it.' }),
  batchSize: z.int().min(1).max(4096).default(1).meta({
    title: 'Images at once',
    description: '1 is the time to answer about one image.',
  }),
  warmUp: z.int().min(0).max(1000).default(10).meta({
    title: 'Warm-up passes',
    description: 'Passes before the first that counts; more where they take less than 100 ms.',
  }),
  runs: z.int().min(5).max(10_000).default(30).meta({
    title: 'Passes',
    description: 'Passes whose median counts.',
  }),
});

/** How networks that were trained without augmentation judge policies (Lim et al. 2019, and the authors' code). */
const densityMatching = strictSettings({
  heldOutShare: z.number().min(0.05).max(0.95).default(0.4).meta({
    title: 'Share held out',
    description: 'Of the training images: those that a fold is not trained on, and judges policies by.',
  }),
  images: z.int().min(1).default(1000).meta({
    title: 'Images',
    description: 'Held-out images that judge a policy, at most.',
  }),
  draws: z.int().min(1).max(100).default(5).meta({
    title: 'Draws',
    description: 'How often each of these images is augmented.',
  }),
  across: oneOf('choice', ['best', 'mean']).default('best').meta({
    title: 'Of an image’s draws',
    description:
      'best counts that which the network takes best, as the authors’ code; mean all of them, which favours doing little.',
  }),
});

// The engine's names, like those of optimizers.
export const backends = ['native', 'webgpu', 'wasm'] as const;

// The engine's names, as well.
export const proxies = ['synflow', 'naswot', 'jacob_cov', 'grasp', 'snip', 'grad_norm'] as const;

const images = z.int().min(1);
const epochs = z.int().min(1).max(10_000);

/** Settings of the task image-classification. */
export const imageClassificationSettings = strictSettings({
  dataset: z.string().default('fashion-mnist').meta({
    title: 'Data set',
    description: 'Its name: fashion-mnist, digits, or image-folder for images of your own.',
  }),
  datasetSettings: z.record(z.string(), z.json()).default({}).meta({
    title: 'Data set settings',
    description: 'What the data set itself takes, such as the folder of image-folder.',
  }),
  epochs: epochs.default(5).meta({
    title: 'Epochs',
    description: 'Passes over the training images in a trial that nobody stops.',
  }),
  finalEpochs: epochs.optional().meta({
    title: 'Epochs of the final training',
    description:
      'For the winners, trained on training and validation images together. Three times the epochs if unset.',
  }),
  trainSize: images.optional().meta({
    title: 'Training images',
    description: 'Fewer make every trial faster. All that are left over from validation if unset.',
  }),
  validationSize: images.optional().meta({
    title: 'Validation images',
    description: 'Held back to score trials. One for every four training images if unset.',
  }),
  backend: oneOf('backend', ['auto', ...backends])
    .default('auto')
    .meta({
      title: 'Backend',
      description: 'auto takes that of the runner’s slot; a name (wasm, native, webgpu) insists on one.',
    }),
  latency: latency.prefault({}).meta({
    title: 'Latency',
    description: 'How latency_ms and peak_memory_mb are measured on the runner’s device, before the training.',
  }),
  proxies: z
    .array(oneOf('proxy', proxies))
    .refine((names) => new Set(names).size === names.length, 'each proxy once')
    .default([])
    .meta({
      title: 'Zero-cost proxies',
      description: `Scores of the untrained network, as metrics proxy.<name>: ${proxies.join(', ')}. Compare them with params, which beats several.`,
    }),
  proxyBatch: z.int().min(2).max(512).default(64).meta({
    title: 'Images for proxies',
    description: 'Training images that proxies look at, the same in all trials.',
    rare: true,
  }),
  proxiesOnly: z.boolean().default(false).meta({
    title: 'Proxies only',
    description: 'A trial ends when its proxies are measured, without any training. Winners are trained all the same.',
    rare: true,
  }),
  densityMatching: densityMatching.prefault({}).meta({
    title: 'Density matching',
    description: 'How fast-autoaugment has policies judged without a training each.',
    rare: true,
  }),
  training: training.prefault({}).meta({
    title: 'Training',
    description: 'Used where neither the train branch nor a hyperparameter says otherwise.',
  }),
});

export type ImageClassificationSettings = z.infer<typeof imageClassificationSettings>;
