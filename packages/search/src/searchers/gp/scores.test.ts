import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { cautiousScores } from './cautious-scores.js';
import { chooseEvenly, chooseRows } from './choose-rows.js';
import type { Measured } from './observations.js';
import { rankRows } from './rank-rows.js';
import { standardize } from './standardize.js';
import { tameBadHalf } from './tame-bad-half.js';

const draws = (count: number, seed = 1) => {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => rng.normal());
};

describe('standardize', () => {
  it('gives mean 0 and deviation 1, and the way back', () => {
    const scores = draws(50).map((draw) => 5 + 3 * draw);
    const { values, mean, deviation } = standardize(scores);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
    expect(values.reduce((sum, value) => sum + value ** 2, 0) / 50).toBeCloseTo(1, 6);
    for (const [i, value] of values.entries()) expect(mean + deviation * value).toBeCloseTo(scores[i] ?? 0, 6);
  });

  it('gives the very same numbers in another unit and from another zero', () => {
    for (let seed = 0; seed < 200; seed++) {
      const scores = draws(20, seed);
      expect(standardize(scores.map((score) => 1000 * score + 7)).values).toEqual(standardize(scores).values);
    }
  });

  it('takes equal, nearly equal, huge and tiny scores', () => {
    expect([...standardize([0.1, 0.1, 0.1]).values]).toEqual([0, 0, 0]);
    expect([...standardize([1, 1 + 1e-15, 1]).values]).toEqual([0, 0, 0]);
    for (const unit of [1e-300, 1e300]) {
      const { values, deviation } = standardize([unit, -unit]);
      expect([...values]).toEqual([1, -1]);
      expect(deviation / unit).toBeCloseTo(1, 12);
    }
  });
});

describe('tameBadHalf', () => {
  it('keeps the good half and the order, and brings far outliers near', () => {
    const scores = [...draws(31), -1e9, -1e30];
    const warped = tameBadHalf(scores, 0.1);
    const ranked = (values: readonly number[]) => values.toSorted((a, b) => a - b);
    const order = (values: readonly number[]) => values.map((value) => ranked(values).indexOf(value));
    expect(order(warped)).toEqual(order(scores));
    const [before, after] = [ranked(scores), ranked(warped)];
    expect(after.slice(16)).toEqual(before.slice(16));
    for (const [rank, score] of before.slice(0, 16).entries()) expect(after[rank]).toBeGreaterThan(score);
    expect(after[0]).toBeGreaterThan(-100);
  });

  it('hardly moves what is a little worse than the median', () => {
    const narrow = Array.from({ length: 21 }, (_, i) => (i < 10 ? 0.5 - i / 1000 : i / 20));
    for (const [i, score] of tameBadHalf(narrow, 0.1).entries()) expect(score).toBeCloseTo(narrow[i] ?? 0, 5);
  });

  it('does not make rounding errors of the best score the measure', () => {
    const ties = Array.from({ length: 20 }, (_, i) => (i < 12 ? -i * 1e-17 : -1 - i / 20));
    const warped = tameBadHalf(ties, 3);
    for (const [i, score] of ties.entries()) expect(Math.abs((warped[i] ?? 0) - score)).toBeLessThan(0.1);
  });

  it('takes scores without a good half, and the largest numbers', () => {
    expect(tameBadHalf([3, 3, 3, 1], 0.1)).toEqual([3, 3, 3, 1]);
    expect(tameBadHalf([], 0.1)).toEqual([]);
    for (const leastWidth of [0.1, 3]) {
      const warped = tameBadHalf([1e308, -1e308, 1.7e308, 1e307, -1.7e308], leastWidth);
      expect(warped.every(Number.isFinite)).toBe(true);
    }
  });

  it('commutes with another unit and zero', () => {
    const scores = draws(25, 3);
    const warped = tameBadHalf(
      scores.map((score) => 1000 * score + 7),
      0.1,
    );
    for (const [i, value] of tameBadHalf(scores, 0.1).entries()) expect(warped[i]).toBeCloseTo(1000 * value + 7, 8);
  });
});

describe('cautiousScores', () => {
  const measured = (score: number, pruned = false): Measured => ({
    number: 0,
    params: {},
    scores: [score],
    pruned,
    feasible: true,
  });

  it('counts a pruned trial between the worst and the median of the complete ones', () => {
    const complete = [5, 1, 3, 2].map((score) => measured(score));
    const pruned = [9, 2.5, 1.5, -7].map((score) => measured(score, true));
    expect(cautiousScores([...complete, ...pruned], 0)).toEqual([5, 1, 3, 2, 2, 2, 1.5, 1]);
    expect(cautiousScores(pruned, 0)).toEqual([9, 2.5, 1.5, -7]);
  });
});

describe('choosing rows', () => {
  const values = Float64Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
  const all = Int32Array.from(values.keys());

  it('takes all while there are few', () => {
    expect(chooseRows(all, [values], 100)).toBe(all);
    expect(chooseEvenly(all, values, 100)).toBe(all);
  });

  it('keeps the best and the newest, and others from every age', () => {
    const chosen = chooseRows(all, [values], 20);
    expect(new Set(chosen).size).toBe(20);
    expect([...chosen]).toEqual([...chosen].toSorted((a, b) => a - b));
    for (const index of [95, 96, 97, 98, 99]) expect(chosen).toContain(index);
    for (const value of [96, 97, 98, 99]) expect(chosen).toContain(values.indexOf(value));
    expect(chosen.filter((index) => index < 50).length).toBeGreaterThan(4);
  });

  it('takes the fronts of several objectives, spread over each', () => {
    // Thirty points of a front, the best ones of neither objective in its middle, and seventy dominated ones.
    const isFront = (i: number) => i % 3 === 0 && i < 90;
    const left = Float64Array.from({ length: 100 }, (_, i) => (isFront(i) ? i : i / 10 - 100));
    const right = Float64Array.from({ length: 100 }, (_, i) => (isFront(i) ? -i : -i / 10 - 200));
    const chosen = [...chooseRows(all, [left, right], 20)].filter(isFront);
    for (const end of [0, 87]) expect(chosen).toContain(end);
    expect(chosen.some((index) => index > 30 && index < 60)).toBe(true);
    const best = [...rankRows(all, [left, right])];
    expect(best.slice(0, 30).every(isFront)).toBe(true);
    expect(best.toSorted((a, b) => a - b)).toEqual([...all]);
  });

  it('takes every k-th rank where the distribution counts', () => {
    const ranks = [...chooseEvenly(all, values, 10)].map((index) => values[index] ?? 0).toSorted((a, b) => b - a);
    expect(ranks).toEqual([99, 89, 79, 69, 59, 49, 39, 29, 19, 9]);
  });
});
