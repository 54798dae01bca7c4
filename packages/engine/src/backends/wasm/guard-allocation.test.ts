import { beforeAll, expect, it } from '@jest/globals';
import type { TensorInfo } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import { openBackend } from '../open-backend.js';
import type { WasmBackend } from './workspace.js';

let tf: TensorFlow;
beforeAll(async () => {
  ({ tf } = await openBackend('wasm'));
});

/** One GiB, whose pages the operating system never has to provide: nothing is written. */
const large = [2 ** 28];

it('refuses the tensor that finds no room in 4 GiB, and has room again when others are freed', () => {
  const backend = tf.backend() as unknown as WasmBackend;
  const small = tf.tensor1d([1, 2, 3]);
  const held: TensorInfo[] = [];
  const fill = () => {
    for (let i = 0; i < 4; i++) held.push(backend.makeOutput(large, 'float32'));
  };
  expect(fill).toThrow('out of memory');
  expect(held.length).toBeGreaterThan(0);
  for (const { dataId } of held) backend.disposeData(dataId);
  backend.disposeData(backend.makeOutput(large, 'float32').dataId);
  expect([...small.dataSync()]).toEqual([1, 2, 3]);
  small.dispose();
});

it('refuses a tensor larger than any address, and keeps none', () => {
  const before = tf.memory().numTensors;
  // 16 GiB: in 32 bits the size would be 0.
  const allocate = () => tf.tidy(() => tf.broadcastTo(tf.scalar(0), [2 ** 30, 4]));
  expect(allocate).toThrow('out of memory');
  expect(tf.memory().numTensors).toBe(before);
});
