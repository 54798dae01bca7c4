import * as z from 'zod';

/** Defaults are those of NATS-Bench's comparison (Dong et al. 2021) but for its learning rate, 0.01; of the LSTM, ENAS's. */
export const reinforceOptions = z
  .strictObject({
    policy: z.enum(['factorised', 'lstm']).default('factorised').meta({
      title: 'Policy',
      description:
        'factorised: each parameter has a distribution of its own. lstm: each depends on those chosen before it; it takes thousands of trials.',
    }),
    algorithm: z.enum(['reinforce', 'ppo']).default('reinforce').meta({
      title: 'Algorithm',
      description: 'reinforce: one step for each batch of trials. ppo: several, held near the policy they began with.',
    }),
    learningRate: z.number().gt(0).max(1).default(0.03).meta({
      title: 'Learning rate',
      description:
        'Of Adam. 0.03 for the factorised policy, less for thousands of trials; 0.0035 is usual for the LSTM.',
    }),
    baselineDecay: z.number().min(0).lt(1).default(0.9).meta({
      title: 'Baseline decay',
      description: 'Share of the old baseline that stays when a reward comes: it is their moving average.',
    }),
    entropy: z.number().min(0).max(10).default(0).meta({
      title: 'Entropy bonus',
      description: 'Weight of the policy’s entropy in what it maximises, in units of the reward: more explores longer.',
    }),
    batch: z.int().min(1).max(1000).default(1).meta({
      title: 'Batch',
      description: 'Trials for one update of the policy; 10 to 20 for ppo.',
    }),
    reward: z.enum(['raw', 'cubed', 'standardised']).default('raw').meta({
      title: 'Reward',
      description:
        'raw: the objective. cubed: its third power, for shares such as accuracy. standardised: in standard deviations of those seen.',
    }),
    clip: z.number().gt(0).lt(1).default(0.2).meta({
      title: 'PPO clip',
      description: 'How far, as a share, ppo lets a trial’s probability move in one update.',
    }),
    epochs: z.int().min(1).max(50).default(4).meta({
      title: 'PPO epochs',
      description: 'Steps that ppo takes with one batch.',
    }),
    units: z.int().min(1).max(256).default(100).meta({
      title: 'LSTM units',
      description: 'Size of the LSTM’s state and of its embeddings.',
    }),
    temperature: z.number().gt(0).max(100).default(1).meta({
      title: 'Temperature',
      description: 'Logits of choices are divided by it: more is nearer to uniform. ENAS has 5.',
    }),
    tanhConstant: z.number().min(0).max(100).default(0).meta({
      title: 'Tanh constant',
      description: 'Logits of choices are held within ± this by a hyperbolic tangent; 0 does not. ENAS has 1.1 or 2.5.',
    }),
  })
  .meta({ title: 'REINFORCE', description: 'A policy over the space, trained by policy gradient (Williams 1992).' });

export type ReinforceOptions = z.infer<typeof reinforceOptions>;
