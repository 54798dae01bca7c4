import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { logStandardImprovement } from '../../math/log-improvement.js';
import { hypervolume } from '../../math/pareto/hypervolume.js';
import { lossesOf } from '../../math/pareto/losses.js';
import { improvementCells } from './improvement-cells.js';
import { createImprovementVolume } from './improvement-volume.js';
import { createLogImprovement } from './log-expected-improvement.js';
import { createLogVolume } from './log-volume.js';

/** A front and a normal belief of some objectives. */
function example(objectives: number, points: number, seed: number) {
  const rng = createRng(seed);
  const vector = (low: number, high: number) =>
    Float64Array.from({ length: objectives }, () => low + rng.next() * (high - low));
  return {
    rng,
    front: Array.from({ length: points }, () => vector(-1, 1)),
    reference: new Float64Array(objectives).fill(-1.5),
    means: vector(-0.5, 0.5),
    deviations: vector(0.3, 1),
  };
}

/** Of scores, of which more is better. */
function volume(points: readonly Float64Array[], reference: Float64Array): number {
  const losses = lossesOf(
    points.map((point) => point.map((score) => -score)),
    reference.length,
  );
  return hypervolume(
    losses,
    reference.map((score) => -score),
  );
}

describe('log expected improvement', () => {
  it('is that of a single objective', () => {
    const value = createLogImprovement(improvementCells([], [0.4]))(Float64Array.of(0.1), Float64Array.of(0.5));
    expect(value).toBeCloseTo(Math.log(0.5) + logStandardImprovement(-0.6), 12);
  });

  // Seeds 2 … 4, 4,000 draws each: off by more than 5 standard errors with probability 6e-7.
  it.each([2, 3, 4])('is the log of the mean gain in hypervolume of %i objectives', (objectives) => {
    const { rng, front, reference, means, deviations } = example(objectives, 4, objectives);
    const improvement = createLogImprovement(improvementCells(front, reference));
    const before = volume(front, reference);
    const gains = Array.from({ length: 4000 }, () => {
      const point = means.map((mean, i) => mean + (deviations[i] ?? 0) * rng.normal());
      return volume([...front, point], reference) - before;
    });
    const mean = gains.reduce((sum, gain) => sum + gain / gains.length, 0);
    const error = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0)) / gains.length;
    expect(Math.abs(Math.exp(improvement(means, deviations)) - mean)).toBeLessThan(5 * error);
  });

  it.each([1, 2, 3])(
    'has the slopes of its differences for %i objectives, also far from any improvement',
    (objectives) => {
      const { front, reference, means, deviations } = example(objectives, 5, 10 + objectives);
      const improvement = createLogImprovement(
        objectives === 1 ? improvementCells([], [0.4]) : improvementCells(front, reference),
      );
      for (const shift of [0, -20]) {
        const at = means.map((mean) => mean + shift);
        const slopes = { means: new Float64Array(objectives), deviations: new Float64Array(objectives) };
        const value = improvement(at, deviations, slopes);
        expect(Number.isFinite(value)).toBe(true);
        for (let i = 0; i < objectives; i++) {
          const moved = (by: number) => (x: number, j: number) => (i === j ? x + by : x);
          const byMean = improvement(at.map(moved(1e-5)), deviations) - improvement(at.map(moved(-1e-5)), deviations);
          const byDeviation =
            improvement(at, deviations.map(moved(1e-5))) - improvement(at, deviations.map(moved(-1e-5)));
          const scale = 1 + Math.abs(shift);
          expect(Math.abs((slopes.means[i] ?? 0) - byMean / 2e-5) / scale).toBeLessThan(1e-4);
          expect(Math.abs((slopes.deviations[i] ?? 0) - byDeviation / 2e-5) / scale ** 2).toBeLessThan(1e-4);
        }
      }
    },
  );

  it.each([2, 3])('of %i objectives is the same in logarithms and without them', (objectives) => {
    for (let seed = 0; seed < 20; seed++) {
      const { front, reference, means, deviations } = example(objectives, 6, 100 * objectives + seed);
      const cells = improvementCells(front, reference);
      const slopes = () => ({ means: new Float64Array(objectives), deviations: new Float64Array(objectives) });
      // From certain to uncertain, and from far below the front to far above.
      for (const [shift, width] of [
        [0, 1],
        [0, 0.02],
        [-1, 0.3],
        [3, 0.1],
      ] as const) {
        const at = means.map((mean) => mean + shift);
        const wide = deviations.map((deviation) => width * deviation);
        const [plain, logarithmic] = [slopes(), slopes()];
        const volume = createImprovementVolume(cells)(at, wide, plain);
        if (volume < 1e-200) continue;
        expect(createLogVolume(cells)(at, wide, logarithmic)).toBeCloseTo(Math.log(volume), 8);
        for (const side of ['means', 'deviations'] as const) {
          for (const [i, slope] of plain[side].entries()) {
            const expected = logarithmic[side][i] ?? 0;
            expect(Math.abs(slope - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)));
          }
        }
      }
    }
  });

  it('takes points beside the reference, equal points and no points', () => {
    const reference = Float64Array.of(0, 0);
    const front = [Float64Array.of(1, 1), Float64Array.of(1, 1), Float64Array.of(-1, 2)];
    const [means, deviations] = [Float64Array.of(1, 1), Float64Array.of(1e-9, 1e-9)];
    const certain = Math.exp(createLogImprovement(improvementCells([], reference))(means, deviations));
    expect(certain).toBeCloseTo(1, 6);
    const value = createLogImprovement(improvementCells(front, reference))(Float64Array.of(2, 2), deviations);
    expect(Math.exp(value)).toBeCloseTo(3, 6);
  });
});
