import type { MetricDescriptor } from '@cambium/core';

/** What trials measure that train or use shared weights, beside `val_accuracy` and `val_loss` of those that judge a network. */
export const supernetMetrics: readonly MetricDescriptor[] = [
  {
    name: 'supernet_accuracy',
    description:
      'Share of validation images that the shared weights get right, in the networks as the search weighs them',
    unit: '1',
    direction: 'maximize',
    when: 'supernet',
  },
  {
    name: 'supernet_loss',
    description: 'Mean cross-entropy on validation images with the shared weights, in the same networks',
    unit: 'nat',
    direction: 'minimize',
    when: 'supernet',
  },
  {
    name: 'supernet_train_loss',
    description: 'Mean training loss of the shared weights in the epoch',
    unit: 'nat',
    direction: 'minimize',
    when: 'supernet',
  },
  {
    name: 'alpha',
    description: 'Strength of each option: how much of it the search would take now; those of one choice add up to 1',
    unit: '1',
    direction: 'maximize',
    when: 'supernet',
    perChoice: true,
  },
  ...expectations('flops', 'MAC', 'Multiply–accumulates'),
  ...expectations('latency_ms', 'ms', 'Latency, summed over measured blocks,'),
  {
    name: 'search_seconds',
    description: 'Wall-clock time since the search began',
    unit: 's',
    direction: 'minimize',
    when: 'supernet',
  },
  {
    name: 'peak_memory_bytes',
    description: 'Most memory that live tensors took in the first training step',
    unit: 'B',
    direction: 'minimize',
    when: 'supernet',
  },
  {
    name: 'shared_weights_seconds',
    description: 'Wall-clock time of judging one network with the shared weights, recalibration included',
    unit: 's',
    direction: 'minimize',
    when: 'supernet',
  },
];

/** Of the network that a search with a cost term expects, and of the one it would derive. */
function expectations(name: string, unit: string, what: string): MetricDescriptor[] {
  return [
    { name: `expected_${name}`, description: `${what} of the networks as the search weighs them` },
    { name: `likeliest_${name}`, description: `${what} of the network of the likeliest options` },
  ].map((metric) => ({ ...metric, unit, direction: 'minimize', when: 'supernet' }));
}
