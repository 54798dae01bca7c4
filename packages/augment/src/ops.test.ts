import type { MagnitudeTable } from '@cambium/core';
import { describeOps } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { ops } from './registry.js';

describeOps(ops);

const shape = [28, 28, 1] as const;

/** The value at magnitude 0.3 and at -0.3 (where signed), by table. */
describe('the magnitude scale', () => {
  const value = (name: string, level: number, table: MagnitudeTable) => ops.get(name).valueAt(level, shape, table);

  it.each([
    ['rotate', 9, -9, 40.5],
    ['shear-x', 0.09, -0.09, 0.297],
    ['shear-y', 0.09, -0.09, 0.297],
    // 150/331 · 0.3 · 28 = 3.8 and 32 · 0.3 = 9.6, cut off
    ['translate-x', 3, -3, 9],
    ['translate-y', 3, -3, 9],
    ['brightness', 1.27, 0.73, 1.297],
    ['color', 1.27, 0.73, 1.297],
    ['contrast', 1.27, 0.73, 1.297],
    ['sharpness', 1.27, 0.73, 1.297],
  ])('%s', (name, positive, negative, wide) => {
    expect(ops.get(name).signed).toBe(true);
    expect(value(name, 0.3, 'standard')).toBeCloseTo(positive, 12);
    expect(value(name, -0.3, 'standard')).toBeCloseTo(negative, 12);
    expect(value(name, 0.3, 'wide')).toBeCloseTo(wide, 12);
  });

  it.each([
    ['posterize', 7, 4, 2],
    ['solarize', 178.5, 0, 0],
    ['solarize-add', 33, 110, 110],
    ['crop', 0.075, 0.25, 0.25],
    ['cutout', 0.1875, 0.625, 0.625],
    ['random-erasing', 0.12, 0.4, 0.4],
    ['sample-pairing', 0.12, 0.4, 0.4],
    ['mixup', 0.15, 0.5, 0.5],
    ['cutmix', 0.15, 0.5, 0.5],
    ['gaussian-blur', 0.6, 2, 2],
  ])('%s', (name, at03, at1, wideAt1) => {
    expect(ops.get(name).signed).toBe(false);
    expect(value(name, 0.3, 'standard')).toBeCloseTo(at03, 12);
    expect(value(name, 1, 'standard')).toBe(at1);
    expect(value(name, 1, 'wide')).toBe(wideAt1);
  });

  it('is of no account for ops that have no strength', () => {
    const without = ops.entries.filter(({ ranges }) => ranges === null).map(({ name }) => name);
    expect(without).toEqual(['auto-contrast', 'equalize', 'flip', 'identity', 'invert']);
  });
});
