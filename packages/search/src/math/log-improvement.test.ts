import { describe, expect, it } from '@jest/globals';
import { logStandardImprovement, logStandardImprovementSlope } from './log-improvement.js';

/** Of Optuna 5. */
const golden: readonly (readonly [z: number, value: number])[] = [
  [-60, -1809.1084601822715],
  [-30, -457.7246537605979],
  [-10, -55.553122036121955],
  [-5, -16.744301162660967],
  [-1, -2.4851210257126413],
  [0, -0.9189385332046727],
  [1, 0.08002621884930704],
  [5, 1.6094379231264313],
];

describe('logStandardImprovement', () => {
  it.each(golden)('of %d equals the golden value', (z, value) => {
    expect(Math.abs(logStandardImprovement(z) / value - 1)).toBeLessThan(1e-9);
  });

  it('is smooth where its formulas meet, and finite far away', () => {
    for (const z of [-50, 0]) {
      const gap = logStandardImprovement(z + 1e-9) - logStandardImprovement(z - 1e-9);
      expect(Math.abs(gap - 2e-9 * logStandardImprovementSlope(z))).toBeLessThan(1e-9);
    }
    expect(logStandardImprovement(-1e8) / -5e15).toBeCloseTo(1, 12);
    expect(logStandardImprovement(1e8)).toBeCloseTo(Math.log(1e8), 12);
  });

  it('has the slope of its differences', () => {
    for (const z of [-1000, -80, -49, -20, -3, -0.5, 0, 0.5, 3, 20]) {
      const step = 1e-5 * Math.max(1, Math.abs(z));
      const difference = (logStandardImprovement(z + step) - logStandardImprovement(z - step)) / (2 * step);
      expect(Math.abs(logStandardImprovementSlope(z) / difference - 1)).toBeLessThan(1e-6);
    }
  });
});
