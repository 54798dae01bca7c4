import type { Tensor, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { losses } from '../training/losses/loss-registry.js';
import { softCrossEntropy } from '../training/losses/soft-cross-entropy.js';
import { classLossReference, crossEntropyReference, matMulReference } from './references/dense.js';
import { batchNormInferenceReference, batchNormTrainingReference } from './references/normalisation.js';
import type { TfOpCase } from './tf-op-case.js';

const epsilon = 1e-3;
const awayFromZero = (value: number) => value + Math.sign(value) * 0.05;
const positive = (value: number) => Math.abs(value) + 0.2;

const matMuls: TfOpCase[] = [false, true].flatMap((transposeA) =>
  [false, true].map((transposeB): TfOpCase => {
    const [n, k, m] = [7, 9, 5] as const;
    return {
      name: `matMul${transposeA ? ' Aᵀ' : ''}${transposeB ? ' Bᵀ' : ''}`,
      inputs: [transposeA ? [k, n] : [n, k], transposeB ? [m, k] : [k, m]],
      reference: matMulReference([n, k, m], { transposeA, transposeB }),
      run: (tf, [a, b]) => tf.matMul(a as Tensor2D, b as Tensor2D, transposeA, transposeB),
    };
  }),
);

const targets = [0.9, 0.05, 0.05, 0.1, 0.7, 0.2, 0, 1, 0, 0.3, 0.3, 0.4];
const rows = 2 * 5 * 5;

const normalisations: TfOpCase[] = [3, 8].flatMap((channels): TfOpCase[] => [
  {
    name: `batch norm of the batch, ${channels} channels, by moments`,
    inputs: [[2, 5, 5, channels], [channels], [channels]],
    reference: batchNormTrainingReference(rows, channels, epsilon),
    run(tf, [x, scale, offset]) {
      const { mean, variance } = tf.moments(x as Tensor, [0, 1, 2]);
      return tf.batchNorm(
        x as Tensor4D,
        mean as Tensor1D,
        variance as Tensor1D,
        offset as Tensor1D,
        scale as Tensor1D,
        epsilon,
      );
    },
  },
  {
    name: `batch norm of the batch, ${channels} channels, fused`,
    needs: 'BatchNormTraining',
    inputs: [[2, 5, 5, channels], [channels], [channels]],
    reference: batchNormTrainingReference(rows, channels, epsilon),
    run(tf, [x, scale, offset]) {
      const inputs = { x, scale, offset } as Record<string, Tensor>;
      return (tf.engine().runKernel('BatchNormTraining', inputs, { epsilon }) as Tensor[])[0] as Tensor;
    },
  },
  {
    name: `batch norm by given statistics, ${channels} channels`,
    inputs: [[2, 5, 5, channels], [channels], [channels], [channels], [channels]],
    domain: positive,
    reference: batchNormInferenceReference(channels, epsilon),
    run: (tf, [x, mean, variance, scale, offset]) =>
      tf.batchNorm(
        x as Tensor4D,
        mean as Tensor1D,
        variance as Tensor1D,
        offset as Tensor1D,
        scale as Tensor1D,
        epsilon,
      ),
  },
]);

/** Far from zero, where a variance from raw squares would be lost in single precision. */
const shifted: TfOpCase = {
  name: 'batch norm of values around 100, fused',
  needs: 'BatchNormTraining',
  inputs: [[2, 5, 5, 4], [4], [4]],
  domain: (value) => 100 + value,
  // Inputs near 100 have 24 bits themselves, so their differences keep about 17; scale and offset are near 100 too.
  tolerance: 2e-3,
  reference: batchNormTrainingReference(rows, 4, epsilon),
  run(tf, [x, scale, offset]) {
    const inputs = { x, scale, offset } as Record<string, Tensor>;
    return (tf.engine().runKernel('BatchNormTraining', inputs, { epsilon }) as Tensor[])[0] as Tensor;
  },
};

const logarithmic = (p: number) => -Math.log(p);
const classLosses: TfOpCase[] = [
  { name: 'focal', settings: {}, term: (p: number) => (1 - p) ** 2 * logarithmic(p) },
  { name: 'focal', settings: { focalGamma: 0.5 }, term: (p: number) => (1 - p) ** 0.5 * logarithmic(p) },
  { name: 'focal', settings: { focalGamma: 0 }, term: logarithmic },
  { name: 'poly', settings: {}, term: (p: number) => logarithmic(p) + (1 - p) },
  { name: 'poly', settings: { polyEpsilon: -0.7 }, term: (p: number) => logarithmic(p) - 0.7 * (1 - p) },
].map(({ name, settings, term }) => ({
  name: `${name} loss, ${JSON.stringify(settings)}`,
  inputs: [[4, 3]],
  reference: classLossReference([4, 3], targets, term),
  run: (tf, [logits]) => losses.get(name).create(settings)(tf, logits as Tensor2D, tf.tensor2d(targets, [4, 3])),
}));

export const layerOps: readonly TfOpCase[] = [
  ...matMuls,
  ...normalisations,
  ...classLosses,
  shifted,
  {
    name: 'softCrossEntropy',
    inputs: [[4, 3]],
    reference: crossEntropyReference(4, 3, targets),
    run: (tf, [logits]) => softCrossEntropy(tf, logits as Tensor2D, tf.tensor2d(targets, [4, 3])),
  },
  {
    name: 'relu',
    inputs: [[3, 11]],
    domain: awayFromZero,
    reference: ([x]) => x!.map((value) => Math.max(0, value)),
    run: (tf, [x]) => tf.relu(x as Tensor),
  },
  {
    name: 'softmax',
    inputs: [[1, 6]],
    reference: ([x]) => {
      const exponentials = x!.map(Math.exp);
      const total = exponentials.reduce((sum, value) => sum + value, 0);
      return exponentials.map((value) => value / total);
    },
    run: (tf, [x]) => tf.softmax(x as Tensor2D),
  },
];
