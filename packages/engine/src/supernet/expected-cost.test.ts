import { beforeAll, expect, it } from '@jest/globals';
import type { Tensor, Tensor1D } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { architectureTerm } from './architecture-term.js';
import { choiceSoftmax } from './choice-softmax.js';
import { choiceLayout } from './choices.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const layout = choiceLayout([
  { param: 'a', values: ['x', 'y'] },
  { param: 'b', values: [1, 2, 3] },
]);
const cost = { costs: [10, 50, 0, 20, 80], fixed: 40, target: 100, weight: 0.5 };
const alpha = [0.2, -0.3, 1, 0, -1];
const termAt = (values: readonly number[]) => {
  const p = choiceSoftmax(layout, values);
  const expected = cost.fixed + cost.costs.reduce((sum, each, i) => sum + each * (p[i] as number), 0);
  return (cost.weight * (expected - cost.target)) / cost.target;
};

it('is the expected cost over its target, and leads away from dear options', () => {
  tf.tidy(() => {
    expect(architectureTerm(tf, layout, tf.tensor1d(alpha), cost).dataSync()[0]).toBeCloseTo(termAt(alpha), 5);
    const gradient = tf.grad((x: Tensor) => architectureTerm(tf, layout, x as Tensor1D, cost))(tf.tensor1d(alpha));
    const step = 1e-5;
    const measured = alpha.map((_, i) => {
      const moved = (by: number) => termAt(alpha.map((value, k) => (k === i ? value + by : value)));
      return (moved(step) - moved(-step)) / (2 * step);
    });
    expect([...gradient.dataSync()]).toEqual(measured.map((value) => expect.closeTo(value, 5)));
  });
});
