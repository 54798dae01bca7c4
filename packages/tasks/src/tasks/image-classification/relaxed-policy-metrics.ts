import { type MetricDescriptor, relaxedPolicyMode } from '@cambium/core';

/** What trials measure that learn a policy. None is an objective: the network is trained on half of the images, with no one policy. */
export const relaxedPolicyMetrics: readonly MetricDescriptor[] = [
  {
    name: 'policy_accuracy',
    description: 'Share of validation images that the network gets right which the policy is learnt with',
    unit: '1',
    direction: 'maximize',
    when: relaxedPolicyMode,
  },
  {
    name: 'policy_loss',
    description: 'Mean cross-entropy of that network on validation images',
    unit: 'nat',
    direction: 'minimize',
    when: relaxedPolicyMode,
  },
  {
    name: 'policy_train_loss',
    description:
      'Mean training loss of that network in the epoch, as optimised: with label smoothing, by dada with augmentation',
    unit: 'nat',
    direction: 'minimize',
    when: relaxedPolicyMode,
  },
  {
    name: 'policy_entropy',
    description: 'How undecided the choices are that the policy is learnt in, on average',
    unit: 'nat',
    direction: 'minimize',
    when: relaxedPolicyMode,
  },
  {
    name: 'policy_distance',
    description:
      'How much higher a critic scores original images than augmented ones in the epoch, of searches that have a critic',
    unit: '1',
    direction: 'minimize',
    when: relaxedPolicyMode,
  },
  {
    name: 'policy_seconds',
    description: 'Wall-clock time since the policy’s search began',
    unit: 's',
    direction: 'minimize',
    when: relaxedPolicyMode,
  },
  {
    name: 'op_rate',
    description: 'How often an image gets each op by the policy as it is now',
    unit: '1',
    direction: 'maximize',
    when: relaxedPolicyMode,
    perChoice: true,
  },
];
