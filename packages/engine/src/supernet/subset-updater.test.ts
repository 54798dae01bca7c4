import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Variable } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { optimizers } from '../training/optimizers/optimizer-registry.js';
import { subsetUpdater } from './subset-updater.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const make = (values: readonly number[]): Variable => tf.tidy(() => tf.variable(tf.tensor2d([[...values]])));
const read = (variable: Variable) => [...variable.dataSync<'float32'>()];

describe('subsetUpdater', () => {
  it('leaves what has no gradient bit by bit as it is, whatever momentum it has and whatever decays', () => {
    const [used, unused] = [make([1, 2]), make([3, 4])];
    const options = { optimizer: optimizers.get('momentum'), momentum: 0.9, weightDecay: 0.1, clip: 0 };
    const updater = subsetUpdater(tf, [used, unused], options);
    const step = (gradients: Record<string, readonly number[]>) =>
      tf.tidy(() => {
        const tensors = Object.entries(gradients).map(([name, values]) => [name, tf.tensor2d([[...values]])] as const);
        updater.apply(Object.fromEntries(tensors), 0.5, 1);
      });
    step({ [used.name]: [1, 1], [unused.name]: [1, 1] });
    const before = read(unused);
    step({ [used.name]: [1, 1] });
    expect(read(unused)).toEqual(before);
    // v = 0.9·(1 + 0.1·w₀) + 1 + 0.1·w₁, w₂ = w₁ − 0.5·v, from w₀ = 1.
    const first = 1 - 0.5 * 1.1;
    const second = first - 0.5 * (0.9 * 1.1 + 1 + 0.1 * first);
    expect(read(used)[0]).toBeCloseTo(second, 5);
    updater.dispose();
    tf.dispose([used, unused]);
  });

  it('scales a long gradient down to its limit', () => {
    const weight = make([0, 0]);
    const options = { optimizer: optimizers.get('sgd'), momentum: 0, weightDecay: 0, clip: 5 };
    const updater = subsetUpdater(tf, [weight], options);
    tf.tidy(() => updater.apply({ [weight.name]: tf.tensor2d([[30, 40]]) }, 1, 1));
    expect(read(weight)).toEqual([expect.closeTo(-3, 4), expect.closeTo(-4, 4)]);
    tf.tidy(() => updater.apply({ [weight.name]: tf.tensor2d([[3, 0]]) }, 1, 2));
    expect(read(weight)).toEqual([expect.closeTo(-6, 4), expect.closeTo(-4, 4)]);
    updater.dispose();
    weight.dispose();
  });
});
