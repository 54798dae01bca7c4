import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { smallData } from '../testing/small-problem.js';
import type { BatchSettings } from './batch-source.js';
import { measureNormalization, normalizer } from './normalization.js';
import { inlineBatches } from './open-batches.js';
import { batchMaker } from './prepare-batch.js';
import { workerBatches } from './worker-batches.js';

const settings: BatchSettings = {
  shape: smallData.shape,
  classes: 3,
  batchSize: 32,
  normalization: measureNormalization(smallData.train.images, smallData.shape),
  augmentation: { kind: 'random-subset', ops: ['rotate', 'contrast'], count: 2, magnitude: 0.5 },
  labelSmoothing: 0.1,
  mixup: 0.4,
  seed: 7,
  epochs: 2,
  scheduleEpochs: 2,
};
const plain: BatchSettings = { ...settings, augmentation: null, mixup: 0, labelSmoothing: 0 };

describe('a batch', () => {
  it('depends on its place alone, not on what was made before', () => {
    const make = batchMaker(smallData.train, settings);
    const late = make({ epoch: 1, index: 3 });
    make({ epoch: 0, index: 0 });
    expect(make({ epoch: 1, index: 3 })).toEqual(late);
    expect(make({ epoch: 1, index: 2 }).images).not.toEqual(late.images);
  });

  it('shows every image once an epoch, with its own label', () => {
    const make = batchMaker(smallData.train, plain);
    const normalize = normalizer(plain.normalization);
    const seen: string[] = [];
    for (let index = 0; index < 6; index++) {
      const { images, targets } = make({ epoch: 0, index });
      for (let n = 0; n < 32; n++) {
        seen.push([...images.subarray(n * 64, n * 64 + 64), ...targets.subarray(n * 3, n * 3 + 3)].join());
      }
    }
    const all = [...smallData.train.labels].map((label, n) =>
      [
        ...normalize(smallData.train.images.subarray(n * 64, n * 64 + 64)),
        ...[0, 1, 2].map((c) => Number(c === label)),
      ].join(),
    );
    expect(seen.sort()).toEqual(all.sort());
  });

  it('has targets that are distributions, with smoothing and mixup', () => {
    const { targets, count } = batchMaker(smallData.train, settings)({ epoch: 0, index: 0 });
    for (let n = 0; n < count; n++) {
      const row = [...targets.subarray(n * 3, n * 3 + 3)];
      expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 5);
      expect(Math.min(...row)).toBeGreaterThan(0.03);
    }
  });
});

describe('normalization', () => {
  it('gives the training images mean 0 and deviation 1', () => {
    const values = normalizer(settings.normalization)(smallData.train.images);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(0, 5);
    expect(variance).toBeCloseTo(1, 4);
  });

  it('leaves a constant channel finite', () => {
    const normalization = measureNormalization(new Uint8Array(64).fill(9), [8, 8, 1]);
    expect(normalizer(normalization)(Uint8Array.of(9))).toEqual(Float32Array.of(0));
  });
});

const compiled = path.join(import.meta.dirname, '../../dist/batches/batch-worker.js');
const withWorker = existsSync(compiled) ? it : it.skip;
if (!existsSync(compiled)) console.warn('the batch worker is not tested: @cambium/engine is not built');

withWorker('the worker thread makes the same batches, ahead and out of order', async () => {
  const beside = workerBatches(compiled, smallData.train, settings);
  const inline = inlineBatches(smallData.train, settings);
  try {
    for (const [epoch, index] of [
      [0, 0],
      [0, 1],
      [0, 5],
      [1, 0],
      [0, 2],
      [1, 5],
    ] as const) {
      expect(await beside.batch({ epoch, index })).toEqual(await inline.batch({ epoch, index }));
    }
  } finally {
    await beside.close();
  }
});
