import * as z from 'zod';
import { standalonePolicies } from '../../policy-search/standalone-option.js';

/** Defaults of Faster AutoAugment (Hataya et al. 2020) and its authors' code, but for the policies that are trained with. */
export const fasterAutoaugmentOptions = z
  .strictObject({
    policyLearningRate: z.number().positive().max(1).default(1e-3).meta({
      title: 'Learning rate of the policy',
      description: 'Of Adam: higher settles sooner.',
    }),
    temperature: z.number().positive().max(100).default(0.05).meta({
      title: 'Temperature',
      description: 'Of the choice among ops, and of whether one happens: lower mixes less of them.',
      rare: true,
    }),
    criticLearningRate: z.number().positive().max(1).default(1e-3).meta({
      title: 'Learning rate of the critic',
      description: 'Of Adam.',
      rare: true,
    }),
    classWeight: z.number().min(0).max(100).default(0.1).meta({
      title: 'Weight of the classes',
      description:
        'What it counts, beside looking like other images, that the network still gets augmented images right.',
    }),
    standalone: standalonePolicies,
  })
  .meta({
    title: 'Faster AutoAugment',
    description: 'Augmentation that a critic can’t tell from other images (Hataya et al. 2020).',
  });
