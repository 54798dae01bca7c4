import { beforeAll, expect, it } from '@jest/globals';
import type { Scalar, Tensor, Tensor1D } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { choiceSoftmax } from './choice-softmax.js';
import { choiceLayout } from './choices.js';
import { softmaxShares } from './mixture-selection.js';
import { straightThrough } from './straight-through.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const layout = choiceLayout([{ param: 'a', values: ['x', 'y'] }]);
const alpha = [0.4, -0.3];
const [p, q] = choiceSoftmax(layout, alpha) as unknown as [number, number];

/** What the gates are, and the gradient by α of a loss of both. */
function gatesAndGradient(loss: (x: Scalar, y: Scalar) => Scalar) {
  return tf.tidy(() => {
    const gates: number[] = [];
    const gradient = tf.grad((vector: Tensor) => {
      const shares = { layout, tensors: softmaxShares(tf, layout, vector as Tensor1D), values: [p, q] };
      const selection = straightThrough(tf, shares, ({ value }) => (value === 'x' ? 1 : 0));
      const [x, y] = ['x', 'y'].map((value) => selection({ param: 'a', value }) as Scalar) as [Scalar, Scalar];
      gates.push(x.dataSync()[0] as number, y.dataSync()[0] as number);
      return loss(x, y);
    })(tf.tensor1d(alpha));
    return { gates, gradient: [...gradient.dataSync<'float32'>()] };
  }) as unknown as { gates: number[]; gradient: number[] };
}

it('is open or closed forward, and backward Σ ∂L/∂g·p·(δ − p), at the gates as they are', () => {
  // ∂L/∂g is 2·3·1 for the open gate and 2 for the closed one; with p in the gates' place it would be 6p and 2.
  const { gates, gradient } = gatesAndGradient((x, y) => tf.add(tf.mul(tf.square(x), 3), tf.mul(y, 2)) as Scalar);
  expect(gates).toEqual([expect.closeTo(1, 6), expect.closeTo(0, 6)]);
  expect(gradient).toEqual([expect.closeTo(4 * p * q, 5), expect.closeTo(-4 * p * q, 5)]);
});

it('runs neither what has no weight nor what it knows no share of', () => {
  const shares = { layout, tensors: [tf.scalar(p), tf.scalar(q)], values: [p, q] };
  const selection = straightThrough(tf, shares, ({ value }) => (value === 'x' ? 1 : undefined));
  expect(selection({ param: 'a', value: 'y' })).toBe('absent');
  expect(selection({ param: 'b', value: 'x' })).toBe('absent');
  tf.dispose(shares.tensors);
});
