import { describe, expect, it } from '@jest/globals';
import { hyperbandBrackets, mostHalvings } from './hyperband-brackets.js';

/** `size × fidelity` of every rung, by bracket. */
function table(maxStep: number, eta: number, minSteps = 1): string[] {
  return hyperbandBrackets({ minSteps, maxStep, eta }).map((rungs) =>
    rungs.map(({ size, fidelity }) => `${size}×${fidelity}`).join(' '),
  );
}

describe('hyperbandBrackets', () => {
  it.each([
    [81, 3, ['81×1 27×3 9×9 3×27 1×81', '34×3 11×9 3×27 1×81', '15×9 5×27 1×81', '8×27 2×81', '5×81']],
    [
      243,
      3,
      [
        '243×1 81×3 27×9 9×27 3×81 1×243',
        '98×3 32×9 10×27 3×81 1×243',
        '41×9 13×27 4×81 1×243',
        '18×27 6×81 2×243',
        '9×81 3×243',
        '6×243',
      ],
    ],
    [1000, 10, ['1000×1 100×10 10×100 1×1000', '134×10 13×100 1×1000', '20×100 2×1000', '4×1000']],
    [125, 5, ['125×1 25×5 5×25 1×125', '34×5 6×25 1×125', '10×25 2×125', '4×125']],
    [52, 3, ['27×2 9×6 3×17 1×52', '12×6 4×17 1×52', '6×17 2×52', '4×52']],
    [2, 3, ['1×2']],
  ])('for R = %i, η = %i', (maxStep, eta, expected) => {
    expect(table(maxStep, eta)).toEqual(expected);
  });

  it('starts no trial below the least steps', () => {
    expect(table(81, 3, 9)).toEqual(['9×9 3×27 1×81', '5×27 1×81', '3×81']);
  });

  it('gives whole, growing fidelities up to the last step, and shrinking rungs, for every length of trial', () => {
    const wrong: string[] = [];
    for (let maxStep = 1; maxStep <= 300; maxStep++) {
      for (const eta of [2, 3, 4, 7]) {
        for (const rungs of hyperbandBrackets({ minSteps: 1, maxStep, eta })) {
          const fidelities = rungs.map(({ fidelity }) => fidelity);
          const sizes = rungs.map(({ size }) => size);
          const whole = [...fidelities, ...sizes].every((each) => Number.isInteger(each) && each > 0);
          if (whole && rises(fidelities) && rises(sizes.toReversed()) && fidelities.at(-1) === maxStep) continue;
          wrong.push(`${maxStep}, ${eta}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

function rises(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] ?? value));
}

describe('mostHalvings', () => {
  it.each([
    [1000, 10, 3],
    [999, 10, 2],
    [243, 3, 5],
    [125, 5, 3],
    [1, 3, 0],
  ])('of R = %i, η = %i is %i', (maxStep, eta, most) => {
    expect(mostHalvings({ minSteps: 1, maxStep, eta })).toBe(most);
  });
});
