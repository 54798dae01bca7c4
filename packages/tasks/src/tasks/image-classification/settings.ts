import { losses, oneOf, optimizers, strictSettings } from '@cambium/spaces';
import * as z from 'zod';
import { optionalFields, procedureFields } from './procedure-fields.js';

/** How weights are trained where the space says nothing else. */
const training = strictSettings({
  optimizer: procedureFields.optimizer.default('adamw').meta({
    title: 'Optimizer',
    description: `One of ${optimizers.join(', ')}.`,
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
    description: 'Decoupled for adamw and lion, in the direction of lamb, L2 for the others.',
  }),
  momentum: procedureFields.momentum.optional().meta({
    title: 'Momentum',
    description: 'Of sgd, momentum, nesterov and rmsprop. If unset: 0 for sgd and rmsprop, 0.9 for the others.',
  }),
  beta1: optionalFields.beta1.optional().meta({
    title: 'β₁',
    description: 'Decay of the mean gradient: adam, adamw, lamb, lion. 0.9 if unset.',
    rare: true,
  }),
  beta2: optionalFields.beta2.optional().meta({
    title: 'β₂',
    description: 'Decay of the mean squared gradient. If unset: 0.999, 0.99 for lion, 0.9 for rmsprop.',
    rare: true,
  }),
  epsilon: optionalFields.epsilon.optional().meta({
    title: 'ε',
    description: 'Added to the root that adam, adamw, lamb and rmsprop divide by.',
    rare: true,
  }),
  scheduleCycles: optionalFields.scheduleCycles.optional().meta({
    title: 'Cycles',
    description: 'Of the schedule cosine-restarts. 3 if unset.',
    rare: true,
  }),
  scheduleGrowth: optionalFields.scheduleGrowth.optional().meta({
    title: 'Growth of cycles',
    description: 'How much longer each cycle of cosine-restarts is than the one before. 2 if unset.',
    rare: true,
  }),
  schedulePower: optionalFields.schedulePower.optional().meta({
    title: 'Power',
    description: 'Of the schedule polynomial. 2 if unset.',
    rare: true,
  }),
  scheduleFactors: optionalFields.scheduleFactors.optional().meta({
    title: 'Factors',
    description: 'Of the schedule piecewise: shares of the rate, at equal distances. 1, 0.5, 0.1, 0.01 if unset.',
    rare: true,
  }),
  loss: optionalFields.loss.optional().meta({
    title: 'Loss',
    description: `What training makes small, one of ${losses.join(', ')}; the first if unset.`,
    rare: true,
  }),
  focalGamma: optionalFields.focalGamma.optional().meta({
    title: 'γ',
    description: 'Of the loss focal. 2 if unset.',
    rare: true,
  }),
  polyEpsilon: optionalFields.polyEpsilon.optional().meta({
    title: 'ε of poly',
    description: 'Of the loss poly. 1 if unset.',
    rare: true,
  }),
  clipNorm: optionalFields.clipNorm.optional().meta({
    title: 'Gradient clipping',
    description: 'Largest norm of a step’s gradient. Any if unset or 0.',
    rare: true,
  }),
  samRho: optionalFields.samRho.optional().meta({
    title: 'ρ of SAM',
    description: 'Sharpness-aware minimisation, in which a step takes twice as long. Off if unset or 0.',
    rare: true,
  }),
  emaDecay: optionalFields.emaDecay.optional().meta({
    title: 'Decay of the mean weights',
    description: 'A running mean of the weights is validated and saved. Off if unset or 0.',
    rare: true,
  }),
  dropout: optionalFields.dropout.optional().meta({
    title: 'Dropout',
    description: 'Rate before the last dense layer. As the network has it if unset.',
    rare: true,
  }),
  dropPath: optionalFields.dropPath.optional().meta({
    title: 'Drop-path',
    description: 'Chance that an image loses a path of the last block that adds paths up. Off if unset or 0.',
    rare: true,
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

/** How a policy is learnt by gradient while a network is trained. */
const relaxedPolicy = strictSettings({
  epochs: z.int().min(1).max(10_000).default(20).meta({
    title: 'Epochs that learn the policy',
    description: 'Passes over the images that train the network. Each takes about as long as two of a training.',
  }),
  heldOutShare: z.number().min(0.05).max(0.95).default(0.5).meta({
    title: 'Share that the policy is learnt by',
    description: 'Of the training images; the network is trained on the others.',
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
  relaxedPolicy: relaxedPolicy.prefault({}).meta({
    title: 'Relaxed policy',
    description: 'How dada and faster-autoaugment learn a policy while a network is trained.',
    rare: true,
  }),
  training: training.prefault({}).meta({
    title: 'Training',
    description: 'Used where neither the train branch nor a hyperparameter says otherwise.',
  }),
});

export type ImageClassificationSettings = z.infer<typeof imageClassificationSettings>;
