import type { Activation } from '../attributes.js';
import type { SourceLayer } from '../source/block-source.js';
import { call, type PythonCall } from '../source/python.js';

const suffixed = (part: string | undefined, suffix: string) => (part === undefined ? suffix : `${part}-${suffix}`);
const named = (part: string | undefined) => (part === undefined ? {} : { part });

/**
 * Batch norm as `build.ts` trains it, of images unless `vector`. PyTorch's momentum is the share of the new batch, Keras'
 * that of the old value.
 */
export function normalise(
  channels: number,
  { part, vector = false }: { part?: string; vector?: boolean } = {},
): SourceLayer {
  return {
    ...named(part),
    pytorch: call(vector ? 'nn.BatchNorm1d' : 'nn.BatchNorm2d', [channels], { eps: 1e-3, momentum: 0.1 }),
    keras: call('layers.BatchNormalization', [], { momentum: 0.9, epsilon: 1e-3 }),
    weights: [{ name: 'weight' }, { name: 'bias' }, { name: 'running_mean' }, { name: 'running_var' }],
  };
}

interface Grid {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation?: number;
}

/** A `same`-padded convolution, then batch norm in place of its bias where `norm` is true. */
export function convolve(
  inChannels: number,
  options: Grid & { part?: string; filters: number; norm: boolean; bias?: boolean },
): SourceLayer[] {
  const { part, filters, kernel, norm, bias = true } = options;
  const { before, pytorch, keras } = onGrid(options, part);
  const hasBias = !norm && bias;
  const convolution: SourceLayer = {
    ...named(part),
    pytorch: call(pytorch.callee, [inChannels, filters, kernel], {
      ...pytorch.named,
      bias: hasBias ? undefined : false,
    }),
    keras: call('layers.Conv2D', [filters, kernel], { ...keras, use_bias: hasBias ? undefined : false }),
    weights: [{ name: 'weight', axes: [3, 2, 0, 1] }, ...(hasBias ? [{ name: 'bias' }] : [])],
  };
  return [...before, convolution, ...(norm ? [normalise(filters, { part: suffixed(part, 'norm') })] : [])];
}

/** One kernel per channel, then batch norm unless `norm` is false. */
export function depthwise(channels: number, { norm = true, ...grid }: Grid & { norm?: boolean }): SourceLayer[] {
  const { before, pytorch, keras } = onGrid(grid, 'depthwise');
  const convolution: SourceLayer = {
    part: 'depthwise',
    pytorch: call(pytorch.callee, [channels, channels, grid.kernel], {
      ...pytorch.named,
      groups: channels,
      bias: false,
    }),
    keras: call('layers.DepthwiseConv2D', [grid.kernel], { ...keras, use_bias: false }),
    weights: [{ name: 'weight', axes: [2, 3, 0, 1] }],
  };
  return [...before, convolution, ...(norm ? [normalise(channels, { part: 'depthwise-norm' })] : [])];
}

/**
 * How a convolution walks over the image. PyTorch's own `same` is TensorFlow's where the stride is 1; with a longer one the
 * file brings its own class. With a dilation as well the pixels that matter are taken first, as `build.ts` does.
 */
function onGrid({ kernel, stride, dilation = 1 }: Grid, part: string | undefined) {
  const first = stride > 1 && dilation > 1 ? stride : 1;
  const grid = { stride: stride / first, dilation: dilation / first };
  const unlessOne = (value: number) => (value === 1 ? undefined : value);
  return {
    before: first > 1 ? [subsample(first, suffixed(part, 'subsample'))] : [],
    pytorch: {
      callee: kernel === 1 || grid.stride === 1 ? 'nn.Conv2d' : 'SameConv2d',
      named: {
        stride: unlessOne(grid.stride),
        padding: kernel > 1 && grid.stride === 1 ? '"same"' : undefined,
        dilation: unlessOne(grid.dilation),
      },
    },
    keras: {
      strides: unlessOne(grid.stride),
      padding: '"same"',
      dilation_rate: unlessOne(grid.dilation),
    },
  };
}

/** Every `stride`-th pixel of both sides, from the first. */
export function subsample(stride: number, part: string): SourceLayer {
  return {
    part,
    pytorch: call('nn.MaxPool2d', [1], { stride }),
    keras: call('layers.MaxPooling2D', [1], { strides: stride, padding: '"same"' }),
  };
}

const activations: Readonly<Record<Exclude<Activation, 'none'>, { pytorch: PythonCall; keras: PythonCall }>> = {
  relu: { pytorch: call('nn.ReLU'), keras: call('layers.ReLU') },
  relu6: { pytorch: call('nn.ReLU6'), keras: call('layers.ReLU', [], { max_value: 6 }) },
  swish: { pytorch: call('nn.SiLU'), keras: call('layers.Activation', ['"silu"']) },
  'hard-swish': { pytorch: call('nn.Hardswish'), keras: call('layers.Activation', ['"hard_silu"']) },
};

export function activate(activation: Activation, part?: string): SourceLayer[] {
  return activation === 'none' ? [] : [{ part: suffixed(part, activation), ...activations[activation] }];
}

/** ReLU before a block's first convolution, where it asks for that. */
export function preActivate({ preActivation }: { readonly preActivation: boolean }): SourceLayer[] {
  return activate(preActivation ? 'relu' : 'none', 'pre');
}

/** Weighs each channel by what two dense layers make of all channels' means. */
export function squeezeExcite(channels: number, { part, squeezed }: { part?: string; squeezed: number }): SourceLayer {
  const dense = (inner: string) => [
    { inner, name: `${inner}.weight`, axes: [1, 0] },
    { inner, name: `${inner}.bias` },
  ];
  return {
    ...named(part),
    pytorch: call('SqueezeExcite', [channels, squeezed]),
    keras: call('squeeze_excite', [squeezed]),
    weights: [...dense('squeeze'), ...dense('excite')],
  };
}
