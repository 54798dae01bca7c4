import { heldOutMetrics, type MetricDescriptor } from '@cambium/core';
import { relaxedPolicyMetrics } from './relaxed-policy-metrics.js';
import type { ImageClassificationSettings } from './settings.js';

/** Scores of the untrained network, more is better; null where the network has none. */
const proxyDescriptions: Readonly<
  Record<ImageClassificationSettings['proxies'][number], Pick<MetricDescriptor, 'description' | 'unit'>>
> = {
  synflow: {
    description: 'Zero-cost proxy: logarithm of the synaptic flow through the untrained network',
    unit: 'log₁₀',
  },
  naswot: { description: 'Zero-cost proxy: how differently images switch the untrained network’s ReLUs', unit: 'nat' },
  jacob_cov: { description: 'Zero-cost proxy: how little the gradients by different images correlate', unit: '1' },
  grasp: { description: 'Zero-cost proxy: how pruning would change the gradient', unit: '1' },
  snip: { description: 'Zero-cost proxy: sum of |weight · gradient| before training', unit: '1' },
  grad_norm: { description: 'Zero-cost proxy: norm of the gradient before training', unit: '1' },
};

/** The metrics of trials with these settings: proxies where they are asked for, nothing of a training where there is none. */
export function imageClassificationMetrics({
  proxies,
  proxiesOnly,
}: Pick<ImageClassificationSettings, 'proxies' | 'proxiesOnly'>): readonly MetricDescriptor[] {
  const own = proxies.map((name): MetricDescriptor => {
    return {
      name: proxyMetric(name),
      ...proxyDescriptions[name],
      direction: 'maximize',
      when: 'report',
      untrained: true,
    };
  });
  return [...(proxiesOnly ? all.filter(({ when, onDemand }) => when !== 'report' || onDemand) : all), ...own];
}

export function proxyMetric(name: string): string {
  return `proxy.${name}`;
}

/**
 * What image classification measures. Names that end in `_ms`, `_seconds` or `_per_second` are wall-clock: they differ
 * from run to run, all others are a function of the specification, the seed and the backend.
 */
const all: readonly MetricDescriptor[] = [
  {
    name: 'val_accuracy',
    description: 'Share of validation images whose most likely class is right',
    unit: '1',
    direction: 'maximize',
    when: 'report',
  },
  {
    name: 'val_loss',
    description: 'Mean cross-entropy on validation images, without label smoothing',
    unit: 'nat',
    direction: 'minimize',
    when: 'report',
  },
  {
    name: 'train_loss',
    description: 'Mean training loss of the epoch, as optimised: with augmentation, mixup and label smoothing',
    unit: 'nat',
    direction: 'minimize',
    when: 'report',
  },
  {
    name: 'epoch_seconds',
    description: 'Wall-clock time of the epoch, scoring included',
    unit: 's',
    direction: 'minimize',
    when: 'report',
  },
  {
    name: 'images_per_second',
    description: 'Training images per second of wall-clock time',
    unit: '1/s',
    direction: 'maximize',
    when: 'report',
  },
  {
    name: 'latency_ms',
    description: 'Time of a forward pass on the runner’s device: median, input on the device to logits in the program',
    unit: 'ms',
    direction: 'minimize',
    when: 'report',
    onDemand: true,
    untrained: true,
  },
  {
    name: 'latency_spread_ms',
    description: 'Interquartile range of that time: how far to trust it',
    unit: 'ms',
    direction: 'minimize',
    when: 'report',
    onDemand: true,
    untrained: true,
  },
  {
    name: 'peak_memory_mb',
    description: 'Most memory that weights, input and live tensors take in a forward pass',
    unit: 'MB',
    direction: 'minimize',
    when: 'report',
    onDemand: true,
    untrained: true,
  },
  {
    name: heldOutMetrics.accuracy,
    description:
      'Share of the images held out of a fold’s training that its network gets right, augmented by the policy',
    unit: '1',
    direction: 'maximize',
    when: 'held-out',
  },
  {
    name: heldOutMetrics.loss,
    description: 'Mean cross-entropy of the fold’s network on these images; of the fold itself, as they are',
    unit: 'nat',
    direction: 'minimize',
    when: 'held-out',
  },
  {
    name: 'density_matching_seconds',
    description: 'Wall-clock time of judging one policy',
    unit: 's',
    direction: 'minimize',
    when: 'held-out',
  },
  ...relaxedPolicyMetrics,
  {
    name: 'params',
    description: 'Trainable parameters',
    unit: '1',
    direction: 'minimize',
    when: 'static',
  },
  {
    name: 'flops',
    description: 'Multiply–accumulates of one image',
    unit: 'MAC',
    direction: 'minimize',
    when: 'static',
  },
  {
    name: 'activation_bytes',
    description: 'Memory of all layers’ outputs for one image, in float32',
    unit: 'B',
    direction: 'minimize',
    when: 'static',
  },
  {
    name: 'test_accuracy',
    description: 'Share of test images whose most likely class is right, after the final training',
    unit: '1',
    direction: 'maximize',
    when: 'final',
  },
  {
    name: 'test_loss',
    description: 'Mean cross-entropy on test images, after the final training',
    unit: 'nat',
    direction: 'minimize',
    when: 'final',
  },
];
