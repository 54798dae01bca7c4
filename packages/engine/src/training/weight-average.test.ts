import { beforeAll, describe, expect, it } from '@jest/globals';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { weightAverage } from './weight-average.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

describe('weightAverage', () => {
  it('is the running mean with a decay that rises to its value, and leaves the weights as they were', async () => {
    const [matrix, vector] = [tf.variable(tf.tensor2d([[1, 2]])), tf.variable(tf.tensor1d([3]))];
    const variables = [matrix, vector];
    const before = tf.memory().numTensors;
    const average = weightAverage(tf, variables, { decay: 0.3 });
    const means = [1, 2, 3];
    for (let step = 1; step <= 5; step++) {
      const values = [step, -step, 0.1 * step];
      tf.tidy(() => {
        matrix.assign(tf.tensor2d([values.slice(0, 2)]));
        vector.assign(tf.tensor1d(values.slice(2)));
      });
      average.follow(step);
      // 2/11, 3/12 and from then on 0.3.
      const decay = Math.min(0.3, (1 + step) / (10 + step));
      values.forEach((value, i) => {
        means[i] = decay * means[i]! + (1 - decay) * value;
      });
    }
    const read = () => variables.flatMap((variable) => [...variable.dataSync<'float32'>()]);
    const weights = read();
    const inside = await average.within(async () => read());
    expect(inside).toEqual(means.map((x) => expect.closeTo(x, 5)));
    expect(read()).toEqual(weights);
    await expect(average.within(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(read()).toEqual(weights);
    expect(await average.values()).toEqual(Float32Array.from(inside));
    average.dispose();
    expect(tf.memory().numTensors).toBe(before);
    tf.dispose(variables);
  });
});
