import { createRng } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openBackend } from '../../backends/open-backend.js';
import type { TensorFlow } from '../../tensorflow.js';
import type { BatchTensors } from '../batch-tensors.js';
import { choiceLayout } from '../choices.js';
import { mixtureSelection } from '../mixture-selection.js';
import { supernetGradients } from '../supernet-gradients.js';
import { cellParts } from '../testing/cell-parts.js';
import { cellChoices } from '../testing/cell-supernet.js';
import { type DifferentiableOptions, differentiable } from './differentiable.js';
import { unrolledAlphaGradient } from './unrolled-alpha-gradient.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const layout = choiceLayout(cellChoices);
const options: DifferentiableOptions = {
  order: 1,
  alphaLearningRate: 0.01,
  alphaWeightDecay: 1e-3,
  warmUpEpochs: 0,
  skipLimit: 0,
  watchEigenvalue: false,
  selection: 'likeliest',
  perturbationEpochs: 0,
};

function batchOf(seed: number): BatchTensors {
  const rng = createRng(seed);
  const images = Float32Array.from({ length: 16 * 64 }, () => rng.normal());
  const targets = new Float32Array(48);
  for (let i = 0; i < 16; i++) targets[3 * i + rng.int(3)] = 1;
  return { inputs: tf.tensor4d(images, [16, 8, 8, 1]), targets: tf.tensor2d(targets, [16, 3]) };
}

/** The architecture's probabilities, and the weights, after one step on these batches. */
async function after(train: number, heldOut: number | undefined, change: Partial<DifferentiableOptions> = {}) {
  const parts = cellParts(tf);
  const strategy = differentiable(parts, { ...options, ...change });
  const before = strategy.probabilities();
  await strategy.train({
    batch: batchOf(train),
    heldOut: heldOut === undefined ? undefined : batchOf(heldOut),
    learningRate: 0.1,
    step: 1,
    epoch: 0,
    epochs: 1,
    rng: createRng(2),
  });
  const weights = parts.supernet.variables.map((variable) => [...variable.dataSync<'float32'>()]);
  const probabilities = strategy.probabilities();
  parts.dispose();
  return { before, probabilities, weights };
}

describe('a differentiable search', () => {
  it('learns the architecture from held-out images and the weights from the others', async () => {
    const base = await after(1, 2);
    expect((await after(3, 2)).probabilities).toEqual(base.probabilities);
    expect((await after(1, 4)).probabilities).not.toEqual(base.probabilities);
    expect((await after(3, 2)).weights).not.toEqual(base.weights);
  });

  it('moves no architecture weight in a step of the weights, nor in the warm-up', async () => {
    const only = await after(1, undefined);
    expect(only.probabilities).toEqual(only.before);
    const warming = await after(1, 2, { warmUpEpochs: 1 });
    expect(warming.probabilities).toEqual(warming.before);
    expect(warming.weights).toEqual(only.weights);
  });

  it('sees the training images too when it looks ahead', async () => {
    const base = await after(1, 2, { order: 2 });
    expect((await after(3, 2, { order: 2 })).probabilities).not.toEqual(base.probabilities);
    expect(base.probabilities).not.toEqual((await after(1, 2)).probabilities);
  });
});

describe('unrolledAlphaGradient', () => {
  const alpha = Float64Array.from({ length: layout.size }, (_, i) => 0.3 * Math.sin(i));

  it('is the gradient of the held-out loss when the step ahead is none, and leaves every weight as it was', () => {
    const parts = cellParts(tf);
    const before = parts.supernet.variables.map((variable) => [...variable.dataSync<'float32'>()]);
    const [unrolled, plain] = tf.tidy(() => {
      const at = { batch: batchOf(1), heldOut: batchOf(2), learningRate: 0 };
      const variable = tf.variable(tf.tensor1d(Float32Array.from(alpha)));
      const { gradients } = supernetGradients(tf, parts.supernet, at.heldOut, {
        selection: () => mixtureSelection(tf, layout, variable as never),
        variables: [variable],
      });
      const values = [...(gradients[variable.name]?.dataSync<'float32'>() ?? [])];
      variable.dispose();
      return [[...unrolledAlphaGradient(parts, at, alpha).dataSync<'float32'>()], values];
    }) as unknown as [number[], number[]];
    expect(unrolled).toEqual(plain.map((value) => expect.closeTo(value, 5)));
    tf.tidy(() => {
      unrolledAlphaGradient(parts, { batch: batchOf(1), heldOut: batchOf(2), learningRate: 0.1 }, alpha);
    });
    expect(parts.supernet.variables.map((variable) => [...variable.dataSync<'float32'>()])).toEqual(before);
    parts.dispose();
  });

  it('is what the held-out loss after a real step changes by, along a direction', () => {
    const parts = cellParts(tf);
    const learningRate = 0.05;
    const at = { batch: batchOf(1), heldOut: batchOf(2), learningRate };
    const direction = Array.from({ length: layout.size }, (_, i) => Math.cos(3 * i));
    /** The loss on held-out images after the step that weights make under these architecture weights. */
    const lossAt = (by: number): number => {
      const own = cellParts(tf);
      const moved = Float32Array.from(alpha, (value, i) => value + by * (direction[i] as number));
      const loss = tf.tidy(() => {
        const selection = () => mixtureSelection(tf, layout, tf.tensor1d(moved));
        const { gradients } = supernetGradients(tf, own.supernet, at.batch, {
          selection,
          variables: own.supernet.variables,
        });
        own.updater.apply(gradients, learningRate, 1);
        return supernetGradients(tf, own.supernet, at.heldOut, { selection, variables: own.supernet.variables }).loss;
      });
      const [value] = loss.dataSync();
      loss.dispose();
      own.dispose();
      return value as number;
    };
    const step = 0.02;
    const measured = (lossAt(step) - lossAt(-step)) / (2 * step);
    const gradient = tf.tidy(() => [
      ...unrolledAlphaGradient(parts, at, alpha).dataSync<'float32'>(),
    ]) as never as number[];
    const predicted = gradient.reduce((sum, value, i) => sum + value * (direction[i] as number), 0);
    // Both are differences of float32 losses: a hundredth of the gradient's length.
    expect(Math.abs(predicted - measured)).toBeLessThan(0.01 * Math.hypot(...gradient) * Math.hypot(...direction));
    parts.dispose();
  });
});
