import { describeOps } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { ops } from './registry.js';

describeOps(ops);

const shape = [28, 28, 1] as const;

/** RandAugment's table: the value at magnitude 0.3 and at -0.3 (where signed). */
describe('the magnitude scale', () => {
  it.each([
    ['rotate', 9, -9],
    ['shear-x', 0.09, -0.09],
    ['shear-y', 0.09, -0.09],
    // 150/331 · 0.3 · 28 = 3.8, cut off
    ['translate-x', 3, -3],
    ['translate-y', 3, -3],
    ['brightness', 1.27, 0.73],
    ['color', 1.27, 0.73],
    ['contrast', 1.27, 0.73],
    ['sharpness', 1.27, 0.73],
  ])('%s', (name, positive, negative) => {
    expect(ops.get(name).signed).toBe(true);
    expect(ops.get(name).valueAt(0.3, shape)).toBeCloseTo(positive, 12);
    expect(ops.get(name).valueAt(-0.3, shape)).toBeCloseTo(negative, 12);
  });

  it.each([
    ['posterize', 7, 4],
    ['solarize', 178.5, 0],
  ])('%s', (name, at03, at1) => {
    expect(ops.get(name).signed).toBe(false);
    expect(ops.get(name).valueAt(0.3, shape)).toBeCloseTo(at03, 12);
    expect(ops.get(name).valueAt(1, shape)).toBe(at1);
  });

  it('is RandAugment with its 14 ops', () => {
    expect(ops.names).toEqual([
      'auto-contrast',
      'brightness',
      'color',
      'contrast',
      'equalize',
      'identity',
      'posterize',
      'rotate',
      'sharpness',
      'shear-x',
      'shear-y',
      'solarize',
      'translate-x',
      'translate-y',
    ]);
  });
});
