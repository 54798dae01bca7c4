import { beforeAll, expect, it } from '@jest/globals';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { shuffleChannels } from './shuffle-channels.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

it('deals channels out over groups, pixel by pixel', () => {
  tf.tidy(() => {
    const x = tf.tensor4d([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15], [1, 1, 2, 6]);
    const dealt = shuffleChannels(tf, x, 2);
    expect(dealt.shape).toEqual(x.shape);
    expect([...dealt.dataSync()]).toEqual([0, 3, 1, 4, 2, 5, 10, 13, 11, 14, 12, 15]);
    expect([...shuffleChannels(tf, x, 4).dataSync()]).toEqual([...x.dataSync()]);
  });
});
