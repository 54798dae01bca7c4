import type { SourceLayer } from '../source/block-source.js';
import { call } from '../source/python.js';

const suffixed = (part: string | undefined, suffix: string) => (part === undefined ? suffix : `${part}-${suffix}`);
const named = (part: string | undefined) => (part === undefined ? {} : { part });

/** Batch norm as `build.ts` trains it. PyTorch's momentum is the share of the new batch, Keras' that of the old value. */
export function normalise(channels: number, part?: string): SourceLayer {
  return {
    ...named(part),
    pytorch: call('nn.BatchNorm2d', [channels], { eps: 1e-3, momentum: 0.1 }),
    keras: call('layers.BatchNormalization', [], { momentum: 0.9, epsilon: 1e-3 }),
    weights: [{ name: 'weight' }, { name: 'bias' }, { name: 'running_mean' }, { name: 'running_var' }],
  };
}

/** A `same`-padded convolution, then batch norm in place of its bias where `norm` is true. */
export function convolve(
  inChannels: number,
  options: { part?: string; filters: number; kernel: number; stride: number; norm: boolean },
): SourceLayer[] {
  const { part, filters, kernel, stride, norm } = options;
  const convolution: SourceLayer = {
    ...named(part),
    pytorch: call(convolutionClass(kernel, stride), [inChannels, filters, kernel], {
      stride: stride === 1 ? undefined : stride,
      padding: samePadding(kernel, stride),
      bias: norm ? false : undefined,
    }),
    keras: call('layers.Conv2D', [filters, kernel], {
      strides: stride === 1 ? undefined : stride,
      padding: '"same"',
      use_bias: norm ? false : undefined,
    }),
    weights: [{ name: 'weight', axes: [3, 2, 0, 1] }, ...(norm ? [] : [{ name: 'bias' }])],
  };
  return norm ? [convolution, normalise(filters, suffixed(part, 'norm'))] : [convolution];
}

/** One kernel per channel, then batch norm. */
export function depthwise(channels: number, { kernel, stride }: { kernel: number; stride: number }): SourceLayer[] {
  const convolution: SourceLayer = {
    part: 'depthwise',
    pytorch: call(convolutionClass(kernel, stride), [channels, channels, kernel], {
      stride: stride === 1 ? undefined : stride,
      padding: samePadding(kernel, stride),
      groups: channels,
      bias: false,
    }),
    keras: call('layers.DepthwiseConv2D', [kernel], {
      strides: stride === 1 ? undefined : stride,
      padding: '"same"',
      use_bias: false,
    }),
    weights: [{ name: 'weight', axes: [2, 3, 0, 1] }],
  };
  return [convolution, normalise(channels, 'depthwise-norm')];
}

export function activate(activation: 'relu' | 'none', part?: string): SourceLayer[] {
  if (activation === 'none') return [];
  return [{ part: suffixed(part, activation), pytorch: call('nn.ReLU'), keras: call('layers.ReLU') }];
}

/** PyTorch's own `same` is TensorFlow's where the stride is 1; with a longer one the file brings its own class. */
function convolutionClass(kernel: number, stride: number): string {
  return kernel === 1 || stride === 1 ? 'nn.Conv2d' : 'SameConv2d';
}

function samePadding(kernel: number, stride: number): string | undefined {
  return kernel > 1 && stride === 1 ? '"same"' : undefined;
}
