import * as z from 'zod';
import { standalonePolicies } from '../../policy-search/standalone-option.js';

/** Defaults of DADA (Li et al. 2020) but for the policies that are trained with: one there. */
export const dadaOptions = z
  .strictObject({
    policyLearningRate: z.number().positive().max(1).default(5e-3).meta({
      title: 'Learning rate of the policy',
      description: 'Of Adam. Short searches need more.',
    }),
    temperature: z.number().positive().max(100).default(0.5).meta({
      title: 'Temperature',
      description: 'Of the relaxed choices: lower is closer to what is drawn, and noisier.',
      rare: true,
    }),
    candidates: z.int().min(2).max(2000).default(200).meta({
      title: 'Sub-policies to choose among',
      description: 'All sets of ops (105 pairs of 15 ops in the paper); drawn at random where there are more of them.',
    }),
    standalone: standalonePolicies,
  })
  .meta({ title: 'DADA', description: 'Differentiable automatic data augmentation (Li et al. 2020).' });
