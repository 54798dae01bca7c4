import { elementsOf, type TensorShape } from './tensor-shape.js';

/** What a layer costs for one image. */
export interface LayerCost {
  /**
   * Trainable weights, as papers count them: kernels, biases and batch norm's γ and β. Its moving mean and variance are
   * not trained and not counted.
   */
  readonly params: number;
  /**
   * Multiply–accumulates of one forward pass, as NAS papers count FLOPs: convolutions and dense layers only, a bias as one
   * more input (so NAS-Bench-201 has it). Batch norm folds into the convolution before it, and pools, additions and
   * activations multiply nothing worth counting.
   */
  readonly flops: number;
  /**
   * Bytes in float32 of the output of each convolution, dense layer, pool, addition, product and concatenation: what
   * training keeps for the way back. Norm and activation count as done in place.
   */
  readonly activationBytes: number;
}

export const noCost: LayerCost = { params: 0, flops: 0, activationBytes: 0 };

const bytesPerFloat = 4;

/** Bytes of one float32 tensor. */
export function activationBytesOf(shape: TensorShape): number {
  return bytesPerFloat * elementsOf(shape);
}

export function sumCosts(costs: readonly LayerCost[]): LayerCost {
  return costs.reduce(
    (total, cost) => ({
      params: total.params + cost.params,
      flops: total.flops + cost.flops,
      activationBytes: total.activationBytes + cost.activationBytes,
    }),
    noCost,
  );
}

export interface ConvolutionSize {
  readonly kernel: number;
  readonly inChannels: number;
  /** Height, width, channels of the output. */
  readonly output: TensorShape;
  /** True: batch norm follows and there is no bias. */
  readonly norm: boolean;
  /** Whether a convolution without norm has a bias; it has unless this is false. */
  readonly bias?: boolean;
}

/** A full convolution: kernel² · C_in · C_out weights, each used once per output pixel. */
export function convolutionCost({ kernel, inChannels, output, norm, bias = true }: ConvolutionSize): LayerCost {
  const outChannels = output.at(-1) ?? 0;
  const weights = kernel * kernel * inChannels + (bias && !norm ? 1 : 0);
  return {
    params: (weights + (norm ? 2 : 0)) * outChannels,
    flops: weights * elementsOf(output),
    activationBytes: activationBytesOf(output),
  };
}

/** One kernel per channel, no bias; batch norm after it unless `norm` is false. */
export function depthwiseCost(kernel: number, output: TensorShape, { norm = true } = {}): LayerCost {
  const channels = output.at(-1) ?? 0;
  return {
    params: (kernel * kernel + (norm ? 2 : 0)) * channels,
    flops: kernel * kernel * elementsOf(output),
    activationBytes: activationBytesOf(output),
  };
}

/** A dense layer with a bias. */
export function denseCost(inputs: number, units: number): LayerCost {
  return { params: (inputs + 1) * units, flops: (inputs + 1) * units, activationBytes: activationBytesOf([units]) };
}

/** The pixels that a strided and dilated convolution is built on; nothing without both. */
export function subsampleCost(
  { stride, dilation }: { stride: number; dilation: number },
  seen: TensorShape,
): LayerCost {
  return stride > 1 && dilation > 1 ? { ...noCost, activationBytes: activationBytesOf(seen) } : noCost;
}

/** Mean of each channel, two dense layers, and the product with the image `shape`. */
export function squeezeExciteCost(shape: TensorShape, squeezed: number): LayerCost {
  const channels = shape.at(-1) ?? 0;
  return sumCosts([
    { ...noCost, activationBytes: activationBytesOf([channels]) },
    denseCost(channels, squeezed),
    denseCost(squeezed, channels),
    { ...noCost, activationBytes: activationBytesOf(shape) },
  ]);
}
