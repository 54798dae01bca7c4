import type { CambiumError } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { type SplitOptions, splitDataset } from './split-dataset.js';

const balanced = Uint8Array.from({ length: 1000 }, (_, i) => i % 10);
/** 700, 200 and 100 images. */
const skewed = Int32Array.from({ length: 1000 }, (_, i) => (i < 700 ? 0 : i < 900 ? 1 : 2));

function count(labels: Uint8Array | Int32Array, indices: Int32Array): number[] {
  const counts: number[] = [];
  for (const index of indices) counts[labels[index]!] = (counts[labels[index]!] ?? 0) + 1;
  return counts;
}

describe('splitDataset', () => {
  it('is seeded and stable', () => {
    const options = { seed: 3, trainSize: 600, validationSize: 200 };
    expect(splitDataset(balanced, options)).toEqual(splitDataset(balanced, options));
    expect(splitDataset(balanced, options)).not.toEqual(splitDataset(balanced, { ...options, seed: 4 }));
  });

  it('stays the same over versions: recorded experiments depend on it', () => {
    const { train, validation } = splitDataset(skewed, { seed: 'fixed', trainSize: 5, validationSize: 4 });
    expect([...validation]).toEqual([598, 318, 879, 119]);
    expect([...train]).toEqual([919, 328, 456, 723, 486]);
  });

  it('never puts an image on both sides or twice on one', () => {
    const { train, validation } = splitDataset(skewed, { seed: 1, trainSize: 800, validationSize: 200 });
    expect(new Set([...train, ...validation]).size).toBe(1000);
  });

  it('keeps the shares of the classes, in every prefix too', () => {
    const { train, validation } = splitDataset(skewed, { seed: 1, trainSize: 500, validationSize: 100 });
    expect(count(skewed, validation)).toEqual([70, 20, 10]);
    expect(count(skewed, train)).toEqual([350, 100, 50]);
    for (const size of [10, 37, 100, 333]) {
      const counts = count(skewed, train.subarray(0, size));
      for (const [label, share] of [0.7, 0.2, 0.1].entries()) {
        expect(Math.abs((counts[label] ?? 0) - share * size)).toBeLessThanOrEqual(2);
      }
    }
  });

  it('validates on the same images for every training size, and grows the training set', () => {
    const of = (trainSize: number) => splitDataset(balanced, { seed: 1, trainSize, validationSize: 150 });
    const small = of(100);
    const large = of(850);
    expect(small.validation).toEqual(large.validation);
    expect(small.train).toEqual(large.train.subarray(0, 100));
  });

  it.each<[Partial<SplitOptions>, string, RegExp]>([
    [{ trainSize: 900 }, 'trainSize', /900 to train on and 200 to validate on are more than the 1000 images/],
    [{ trainSize: 0 }, 'trainSize', /whole number from 1 up, not 0/],
    [{ validationSize: 0.5 }, 'validationSize', /whole number from 0 up, not 0.5/],
  ])('refuses %j', (sizes, field, message) => {
    let thrown: CambiumError | undefined;
    try {
      splitDataset(balanced, { seed: 1, trainSize: 100, validationSize: 200, ...sizes });
    } catch (error) {
      thrown = error as CambiumError;
    }
    expect(thrown?.code).toBe('fix-input');
    expect(thrown?.issues[0]?.path).toEqual([field]);
    expect(thrown?.message).toMatch(message);
  });
});
