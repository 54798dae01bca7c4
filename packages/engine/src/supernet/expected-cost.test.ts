import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Scalar, Tensor, Tensor1D } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { architectureLoss } from './architecture-loss.js';
import { choiceSoftmax } from './choice-softmax.js';
import { choiceLayout } from './choices.js';
import { type CostTerm, expectedCost } from './expected-cost.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const layout = choiceLayout([
  { param: 'a', values: ['x', 'y'] },
  { param: 'b', values: [1, 2, 3] },
]);
const costs = [10, 50, 0, 20, 80];
const alpha = [0.2, -0.3, 1, 0, -1];
const expectedAt = (values: readonly number[]) => {
  const p = choiceSoftmax(layout, values);
  return 40 + costs.reduce((sum, each, i) => sum + each * (p[i] as number), 0);
};
/** Any loss that depends on α. */
const crossEntropyAt = (values: readonly number[]) => 1 + values.reduce((sum, value) => sum + value * value, 0);

const forms: readonly (readonly [CostTerm['form'], (values: readonly number[]) => number])[] = [
  ['additive', (values) => crossEntropyAt(values) + (0.5 * (expectedAt(values) - 100)) / 100],
  [
    'multiplicative',
    (values) => 0.5 * crossEntropyAt(values) * (Math.log1p(expectedAt(values)) / Math.log1p(100)) ** 0.6,
  ],
];

describe.each(forms)('the %s loss', (form, lossAt) => {
  const cost: CostTerm = { costs, fixed: 40, target: 100, weight: 0.5, form, exponent: 0.6 };

  it('has the value and the gradient of its formula', () => {
    tf.tidy(() => {
      const loss = (x: Tensor) =>
        architectureLoss(tf, layout, x as Tensor1D, cost)(tf.add(tf.sum(tf.square(x)), 1) as Scalar);
      expect(loss(tf.tensor1d(alpha)).dataSync()[0]).toBeCloseTo(lossAt(alpha), 5);
      const step = 1e-5;
      const measured = alpha.map((_, i) => {
        const moved = (by: number) => lossAt(alpha.map((value, k) => (k === i ? value + by : value)));
        return (moved(step) - moved(-step)) / (2 * step);
      });
      const gradient = tf.grad(loss)(tf.tensor1d(alpha));
      expect([...gradient.dataSync()]).toEqual(measured.map((value) => expect.closeTo(value, 5)));
    });
  });

  it('leads away from dear options', () => {
    tf.tidy(() => {
      const loss = (x: Tensor) => architectureLoss(tf, layout, x as Tensor1D, cost)(tf.scalar(1));
      const [cheap, dear, none, some, most] = tf
        .grad(loss)(tf.zeros([5]))
        .dataSync<'float32'>();
      expect(cheap).toBeLessThan(0);
      expect(dear).toBeGreaterThan(0);
      expect(none).toBeLessThan(some as number);
      expect(some).toBeLessThan(most as number);
    });
  });
});

it('is expected by the probabilities', () => {
  expect(expectedCost({ costs, fixed: 40 }, choiceSoftmax(layout, alpha))).toBeCloseTo(expectedAt(alpha), 10);
});
