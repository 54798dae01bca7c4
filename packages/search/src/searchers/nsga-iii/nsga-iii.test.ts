import { createRng, type Params, type SearcherDefinition } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import type { Individual } from '../../genetic/individual.js';
import { hypervolume } from '../../math/pareto/hypervolume.js';
import { lossesOf } from '../../math/pareto/losses.js';
import { random } from '../random/index.js';
import { intercepts } from './hyperplane.js';
import { nichesOf } from './niches.js';
import { nsgaIii } from './nsga-iii.js';
import { populationOf, withoutWorst } from './population.js';
import { referenceDirections } from './reference-directions.js';

const member = (number: number, losses: readonly number[]): Individual => ({
  number,
  params: {},
  losses,
  tier: [0, 0],
});

describe('reference directions', () => {
  it('are the Das–Dennis lattice, as many as fit, of length 1', () => {
    for (const [width, most, count] of [
      [1, 50, 1],
      [2, 50, 50],
      [3, 50, 45],
      [3, 92, 91],
      [4, 50, 35],
    ] as const) {
      const directions = referenceDirections(width, most);
      expect(directions.length / width).toBe(count);
      for (let row = 0; row < count; row++) {
        expect(Math.hypot(...directions.subarray(row * width, (row + 1) * width))).toBeCloseTo(1, 12);
      }
    }
  });

  it('have a second layer where one would have nothing in its inside', () => {
    const directions = referenceDirections(5, 50);
    expect(directions.length / 5).toBe(35 + 15);
    const inside = Array.from({ length: 50 }, (_, row) => directions.subarray(row * 5, row * 5 + 5)).filter((row) =>
      row.every((share) => share > 0),
    );
    expect(inside).toHaveLength(15);
  });

  it('are at least one for each objective', () => expect(referenceDirections(6, 4).length / 6).toBe(6));
});

describe('normalisation', () => {
  it('finds the intercepts of the plane through the extremes', () => {
    const losses = lossesOf(
      [
        [12, 10, 10],
        [10, 14, 10],
        [10, 10, 110],
        [10.5, 11, 20],
      ],
      3,
    );
    const found = intercepts(losses, Float64Array.of(10, 10, 10));
    for (const [axis, expected] of [2, 4, 100].entries()) expect(found[axis]).toBeCloseTo(expected, 9);
  });

  it('takes the ranges where there is no plane', () => {
    expect([
      ...intercepts(
        lossesOf(
          [
            [1, 5],
            [1, 5],
          ],
          2,
        ),
        Float64Array.of(1, 1),
      ),
    ]).toEqual([1, 4]);
  });
});

describe('niches', () => {
  it('belong to the nearest line', () => {
    const directions = referenceDirections(2, 3);
    const { niche, distance } = nichesOf(
      lossesOf(
        [
          [1, 0.1],
          [3, 3],
          [0, 2],
        ],
        2,
      ),
      { ideal: Float64Array.of(0, 0), scale: Float64Array.of(1, 1) },
      directions,
    );
    const rows = [...niche].map((index) => [...directions.subarray(2 * index, 2 * index + 2)]);
    expect(rows).toEqual([[1, 0], [Math.SQRT1_2, Math.SQRT1_2].map((side) => expect.closeTo(side, 12)), [0, 1]]);
    expect(distance[0]).toBeCloseTo(0.1, 6);
    expect(distance[1]).toBeCloseTo(0, 6);
  });

  it('lose, when they are the fullest of the last front, the member farthest from their line', () => {
    const directions = referenceDirections(2, 3);
    const losses = [
      [0, 1],
      [1, 0],
      [0.5, 0.5],
      [0.45, 0.6],
      [0.05, 0.95],
    ];
    const left = withoutWorst(
      populationOf(
        losses.map((row, i) => member(i, row)),
        directions,
      ),
    );
    expect(left.map(({ number }) => number)).toEqual([0, 1, 2, 4]);
  });
});

const space = requireSpace({
  hp: Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`x${i}`, { type: 'float', low: 0, high: 1 }])),
});
const objectives = ['a', 'b', 'c'].map((metric) => ({ metric, direction: 'minimize' as const }));

/** DTLZ2 (Deb et al. 2002b): the front is the positive octant of the unit sphere. */
function dtlz2(params: Params): number[] {
  const x = Array.from({ length: 7 }, (_, i) => Number(params[`hp.x${i}`]));
  const radius = 1 + x.slice(2).reduce((sum, value) => sum + (value - 0.5) ** 2, 0);
  const [first = 0, second = 0] = x.map((value) => (value * Math.PI) / 2);
  return [
    radius * Math.cos(first) * Math.cos(second),
    radius * Math.cos(first) * Math.sin(second),
    radius * Math.sin(first),
  ];
}

function volumeAfter(searcher: SearcherDefinition, trials: number, seed: number): number {
  const driver = driveSearch({ searcher, space, objectives });
  const found: number[][] = [];
  for (let number = 0; number < trials; number++) {
    const { params } = driver.suggest({ rng: createRng(seed).fork(number) })[0] ?? { params: {} };
    const values = dtlz2(params);
    found.push(values);
    driver.tell(complete({ number, params }, values));
  }
  return hypervolume(lossesOf(found, 3), [1.1, 1.1, 1.1]);
}

describe('nsga-iii', () => {
  // Seed 0, 400 trials of DTLZ2. Over ten seeds random search reaches 0.36 … 0.44, NSGA-III 0.52 … 0.65.
  it('finds a front of three objectives that random search does not', () => {
    expect(volumeAfter(nsgaIii, 400, 0)).toBeGreaterThan(volumeAfter(random, 400, 0) + 0.05);
  });
});
