import * as z from 'zod';
import { candidates, standalone } from '../../supernet/shared-options.js';

/** Defaults of the authors' micro search on CIFAR-10, but for fewer controller steps and candidates. */
export const enasOptions = z
  .strictObject({
    controller: z.enum(['factorised', 'lstm']).default('factorised').meta({
      title: 'Controller',
      description:
        'factorised: each choice has probabilities of its own. lstm: each depends on those made before it, as in the paper; it learns in thousands of rewards.',
    }),
    units: z.int().min(1).max(256).default(100).meta({
      title: 'LSTM units',
      description: 'Size of the state and the embeddings of lstm.',
      rare: true,
    }),
    controllerLearningRate: z.number().positive().max(1).default(3.5e-3).meta({
      title: 'Learning rate of the controller',
      description: 'Of Adam, as in the released script; the paper says a tenth of it.',
    }),
    controllerSteps: z.int().min(1).max(10_000).default(30).meta({
      title: 'Controller steps',
      description: 'Updates of the controller after each epoch of the shared weights.',
    }),
    controllerSamples: z.int().min(1).max(1000).default(10).meta({
      title: 'Networks per controller step',
      description: 'Whose rewards are averaged in one update.',
    }),
    baselineDecay: z.number().min(0).lt(1).default(0.99).meta({
      title: 'Decay of the baseline',
      description: 'Of the moving average that is taken off each reward.',
      rare: true,
    }),
    entropyWeight: z.number().min(0).max(10).default(1e-4).meta({
      title: 'Entropy bonus',
      description: 'Keeps the policy open.',
      rare: true,
    }),
    tanhConstant: z.number().min(0).max(100).default(1.1).meta({
      title: 'Tanh constant',
      description: 'Bounds the logits: more lets the policy get surer; 0: no bound.',
      rare: true,
    }),
    candidates: candidates(20),
    standalone,
  })
  .meta({ title: 'ENAS', description: 'A controller that shares weights (Pham et al. 2018).' });

export type EnasOptions = z.infer<typeof enasOptions>;
