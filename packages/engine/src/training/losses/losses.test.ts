import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Tensor2D } from '@tensorflow/tfjs';
import { openBackend } from '../../backends/open-backend.js';
import type { TensorFlow } from '../../tensorflow.js';
import type { LossSettings } from './loss.js';
import { losses } from './loss-registry.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

/** Value and gradient; their formulas are compared with differences of references in the op table of all backends. */
function lossOf(name: string, logits: number[][], settings: LossSettings = {}) {
  return tf.tidy(() => {
    const targets = tf.tensor2d(logits.map(() => [0.9, 0.1, 0]));
    const loss = losses.get(name).create(settings);
    const { value, grad } = tf.valueAndGrad((x) => loss(tf, x as Tensor2D, targets))(tf.tensor2d(logits));
    return { value: value.dataSync()[0] as number, gradient: [...grad.dataSync()] };
  });
}

describe.each(losses.names)('the loss %s', (name) => {
  it.each([undefined, 0, 0.5])('stays finite where a class is certain (γ %s)', (focalGamma) => {
    const { value, gradient } = lossOf(
      name,
      [
        [80, -80, 0],
        [-80, 80, 0],
      ],
      focalGamma === undefined ? {} : { focalGamma },
    );
    expect(Number.isFinite(value)).toBe(true);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });

  it('moves no logits that are all the same amount higher', () => {
    const [low, high] = [lossOf(name, [[0.3, -1, 2]]), lossOf(name, [[3.3, 2, 5]])];
    expect(high.value).toBeCloseTo(low.value, 5);
    expect(low.gradient.reduce((sum, x) => sum + x, 0)).toBeCloseTo(0, 5);
  });
});

it.each([
  ['focal', { focalGamma: 0 }],
  ['poly', { polyEpsilon: 0 }],
])('%s is cross-entropy where what it adds is %j', (name, settings) => {
  const logits = [
    [0.3, -1, 2],
    [1, 2, 3],
  ];
  const [own, crossEntropy] = [lossOf(name, logits, settings), lossOf('cross-entropy', logits)];
  expect(own.value).toBeCloseTo(crossEntropy.value, 5);
  expect(own.gradient).toEqual(crossEntropy.gradient.map((x) => expect.closeTo(x, 5)));
});
