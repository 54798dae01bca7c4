import { strictSettings } from '@cambium/spaces';
import * as z from 'zod';
import { imageClassificationSettings } from '../image-classification/settings.js';

/** How the shared weights are trained: SGD with momentum along a cosine, as in all of the published searches. */
const supernet = strictSettings({
  epochs: z.int().min(1).max(10_000).default(20).meta({
    title: 'Epochs',
    description: 'Passes over the images that train the shared weights.',
  }),
  batchSize: z.int().min(1).max(4096).default(64).meta({ title: 'Batch size', description: 'Images per step.' }),
  learningRate: z.number().positive().max(10).default(0.025).meta({
    title: 'Learning rate',
    description: 'Where the cosine begins.',
  }),
  finalLearningRate: z.number().min(0).max(10).default(0.001).meta({
    title: 'Last learning rate',
    description: 'Where the cosine ends.',
  }),
  momentum: z.number().min(0).lt(1).default(0.9).meta({ title: 'Momentum', description: 'Of SGD.' }),
  weightDecay: z.number().min(0).max(1).default(5e-4).meta({
    title: 'Weight decay',
    description: 'L2, on the weights that a step uses.',
  }),
  clip: z.number().min(0).max(1e6).default(5).meta({
    title: 'Gradient clipping',
    description: 'Largest norm of a gradient; 0: any.',
  }),
  heldOutShare: z.number().min(0.05).max(0.95).default(0.5).meta({
    title: 'Share for the architecture',
    description:
      'Of the training images: architectures are learnt on these, shared weights on the others. Not for one-shot.',
  }),
  recalibrationBatches: z.int().min(1).max(10_000).default(20).meta({
    title: 'Recalibration batches',
    description: 'Training batches that give a candidate its own batch norm statistics.',
  }),
});

/** Settings of the task supernet: those of image-classification, for what is trained from scratch, and the supernet's. */
export const supernetSettings = strictSettings({
  ...imageClassificationSettings.shape,
  supernet: supernet.prefault({}).meta({
    title: 'Supernet',
    description: 'How all networks of the space are trained together.',
  }),
});

export type SupernetSettings = z.infer<typeof supernetSettings>;
