import { costOf } from '@cambium/architectures';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EngineBackend } from '../backends/engine-backend.js';
import { openBackend } from '../backends/open-backend.js';
import { smallGraph } from '../testing/small-problem.js';
import { measureLatency, measurePeakMemory, withUntrained } from './measure-latency.js';
import { spreadOf } from './spread.js';

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});

describe('latency', () => {
  it('is the median time of a pass on the open backend, and leaves no tensor', async () => {
    const before = backend.tf.memory().numTensors;
    const latency = await withUntrained(backend, smallGraph, (model) =>
      measureLatency(backend, model, { batchSize: 2, warmUp: 3, runs: 9 }),
    );
    expect(latency).toMatchObject({ backend: 'wasm', device: backend.device, batchSize: 2, runs: 9 });
    expect(latency.median).toBeGreaterThan(0);
    expect(latency.interquartileRange).toBeGreaterThanOrEqual(0);
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  it('grows with the work', async () => {
    const [small, large] = await withUntrained(backend, smallGraph, async (model) => [
      await measureLatency(backend, model, { runs: 9 }),
      await measureLatency(backend, model, { batchSize: 2048, warmUp: 2, runs: 5 }),
    ]);
    // 2048 times the work: much more, even though a small pass is all overhead.
    expect(large?.median).toBeGreaterThan(3 * (small?.median ?? Number.POSITIVE_INFINITY));
  });
});

describe('peak memory', () => {
  it('is at least the weights, the input and the largest output, and less than all outputs three times', async () => {
    const before = backend.tf.memory().numTensors;
    const images = 16;
    const peak = await withUntrained(backend, smallGraph, (model) =>
      measurePeakMemory(backend, model, { batchSize: images }),
    );
    const { params, activationBytes } = costOf(smallGraph);
    const input = 4 * images * 64;
    // The expanded tensor inside the inverted residual block.
    const largest = 4 * images * 64 * 16;
    expect(peak).toBeGreaterThanOrEqual(4 * params + input + largest);
    // A convolution, its norm and its activation are a tensor each.
    expect(peak).toBeLessThan(8 * params + input + 3 * images * activationBytes);
    expect(backend.tf.memory().numTensors).toBe(before);
  });
});

it('quartiles are between the neighbours', () => {
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, interquartileRange: 1.5 });
  expect(spreadOf([7])).toEqual({ median: 7, interquartileRange: 0 });
});
