import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { convolutionReference } from './references/convolution.js';
import { matMulReference } from './references/dense.js';
import type { WindowGeometry } from './references/window-geometry.js';
import type { TfOpCase } from './tf-op-case.js';

type Inputs = readonly Float64Array[];

/** The result of `reference` plus the last input, per channel, and then ReLU where asked for. */
function biased(reference: (inputs: Inputs) => Float64Array, activation: 'relu' | 'linear') {
  return (inputs: Inputs): Float64Array => {
    const bias = inputs.at(-1)!;
    const sums = reference(inputs).map((value, i) => value + bias[i % bias.length]!);
    return activation === 'relu' ? sums.map((value) => Math.max(0, value)) : sums;
  };
}

const geometry: WindowGeometry = { image: [2, 7, 5, 3], kernel: 3, stride: 2 };

/** What layers run for a convolution or product with its bias: one operation, in inference with the activation. */
export const fusedOps: readonly TfOpCase[] = (['linear', 'relu'] as const).flatMap((activation): TfOpCase[] => [
  {
    name: `fused conv2d, bias, ${activation}`,
    inputs: [geometry.image, [3, 3, 3, 4], [4]],
    reference: biased(convolutionReference(geometry, 4), activation),
    run: (tf, [x, filter, bias]) =>
      tf.fused.conv2d({
        x: x as Tensor4D,
        filter: filter as Tensor4D,
        strides: 2,
        pad: 'same',
        bias: bias as Tensor1D,
        activation,
      }) as Tensor,
  },
  {
    name: `fused matMul, bias, ${activation}`,
    inputs: [[6, 7], [7, 5], [5]],
    reference: biased(matMulReference([6, 7, 5]), activation),
    run: (tf, [a, b, bias]) =>
      tf.fused.matMul({ a: a as Tensor2D, b: b as Tensor2D, bias: bias as Tensor, activation }),
  },
]);
