import * as z from 'zod';
import { standalone } from '../../supernet/shared-options.js';

/** Defaults of the authors' code (Liu et al. 2019) but where their description says otherwise. */
export const dartsOptions = z
  .strictObject({
    method: z.enum(['softmax', 'gumbel', 'binary']).default('softmax').meta({
      title: 'Mixing of options',
      description:
        'softmax: all options at once (DARTS). gumbel: one at a time, drawn (GDAS); a third of the memory. binary: one for the weights, two for the architecture (ProxylessNAS).',
    }),
    order: z
      .union([z.literal(1), z.literal(2)])
      .default(1)
      .meta({
        title: 'Order',
        description: '2 looks one step of the weights ahead: four times the cost of a step. For softmax.',
      }),
    partialChannels: z.int().min(1).max(64).default(1).meta({
      title: 'Partial channels',
      description:
        'Options see one in so many channels (PC-DARTS, 4 there), steadied by edge weights; 1: all. For softmax.',
    }),
    selection: z.enum(['likeliest', 'perturbation']).default('likeliest').meta({
      title: 'Selection',
      description:
        'likeliest: by the weights. perturbation: choice by choice, the option whose removal hurts held-out accuracy most (DARTS-PT); for softmax.',
    }),
    none: z.enum(['drop', 'keep']).default('drop').meta({
      title: 'Choice of none',
      description:
        'drop: none is never the likeliest option, as in the paper: its weight says little. keep: it can be, as on NAS-Bench-201.',
    }),
    perturbationEpochs: z.int().min(0).max(1000).default(1).meta({
      title: 'Epochs between selections',
      description: 'Of the shared weights, after each choice that perturbation has settled; 5 in the paper.',
      rare: true,
    }),
    alphaLearningRate: z.number().positive().max(1).default(3e-3).meta({
      title: 'Learning rate of the architecture',
      description: 'Of Adam. The published 0.0003 is for 50 epochs of CIFAR-10; short searches need more.',
    }),
    alphaWeightDecay: z.number().min(0).max(1).default(1e-3).meta({
      title: 'Weight decay of the architecture',
      description: 'L2 on the architecture weights; not for binary.',
    }),
    warmUpEpochs: z.int().min(0).max(1000).default(0).meta({
      title: 'Warm-up epochs',
      description: 'Epochs at the start that train the shared weights only.',
    }),
    skipLimit: z.int().min(0).max(1000).default(4).meta({
      title: 'Skip connections that end the search',
      description:
        'The epoch before so many of the likeliest options are skip connections is taken (DARTS+); 0: never.',
    }),
    watchEigenvalue: z.boolean().default(false).meta({
      title: 'Watch the eigenvalue',
      description:
        'End when the validation loss gets sharp in the architecture weights (RobustDARTS); costs 16 gradients an epoch.',
    }),
    startTemperature: z.number().positive().max(100).default(10).meta({
      title: 'First temperature',
      description: 'Of gumbel; it falls linearly.',
      rare: true,
    }),
    endTemperature: z.number().positive().max(100).default(0.1).meta({
      title: 'Last temperature',
      description: 'Of gumbel.',
      rare: true,
    }),
    costWeight: z.number().min(0).max(100).default(0).meta({
      title: 'Weight of the cost',
      description: 'How much the expected cost E counts in the architecture’s loss; 0: off. ProxylessNAS has 0.1.',
    }),
    costTerm: z.enum(['flops', 'latency']).default('flops').meta({
      title: 'Cost',
      description:
        'flops: by the cost model. latency: measured block by block, on the device that trains the supernet. Only where the cost has a weight.',
    }),
    costForm: z.enum(['additive', 'multiplicative']).default('additive').meta({
      title: 'Form of the cost',
      description:
        'additive: loss + weight · (E − target) / target (ProxylessNAS). multiplicative: weight · loss · (log E / log target)^exponent (FBNet).',
    }),
    costExponent: z.number().positive().max(10).default(0.6).meta({
      title: 'Exponent of the cost',
      description: 'Of the multiplicative form.',
      rare: true,
    }),
    costTarget: z.number().positive().default(1e6).meta({
      title: 'FLOPs aimed at',
      description: 'Multiply–accumulates of one image.',
    }),
    latencyTarget: z.number().positive().max(1e6).default(1).meta({
      title: 'Latency aimed at',
      description: 'Milliseconds of a pass.',
    }),
    standalone,
  })
  .meta({ title: 'DARTS', description: 'Differentiable architecture search (Liu et al. 2019).' });

export type DartsOptions = z.infer<typeof dartsOptions>;
