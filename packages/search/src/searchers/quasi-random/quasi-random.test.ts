import { createRng } from '@cambium/core';
import { constrainSpace, requireSpace } from '@cambium/spaces';
import { driveSearch } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { quasiRandom } from './quasi-random.js';

const plane = requireSpace({ hp: { x: { type: 'float', low: 0, high: 1 }, y: { type: 'float', low: 0, high: 1 } } });
const coordinates = (options: unknown, count: number, seed = 1) =>
  driveSearch({ searcher: quasiRandom, space: plane, options })
    .suggest({ count, rng: createRng(seed) })
    .map(({ params }) => [params['hp.x'], params['hp.y']].map(Number));

describe('quasi-random', () => {
  it('is the plain sequence without scrambling, but for its first corner', () => {
    const sobol = [
      [0.5, 0.5],
      [0.75, 0.25],
      [0.25, 0.75],
    ];
    expect(coordinates({ scramble: false }, 3)).toEqual(sobol);
    expect(coordinates({ scramble: false }, 3, 2)).toEqual(sobol);
    const halton = [
      [0.5, 1 / 3],
      [0.25, 2 / 3],
      [0.75, 1 / 9],
    ];
    expect(coordinates({ scramble: false, sequence: 'halton' }, 3)).toEqual(
      halton.map((point) => point.map((x) => expect.closeTo(x, 12))),
    );
  });

  it('fills every cell of the plane evenly, scrambled by the seed', () => {
    const points = coordinates({}, 64);
    const cells = new Set(points.map(([x = 0, y = 0]) => `${Math.floor(x * 8)} ${Math.floor(y * 8)}`));
    expect(cells.size).toBe(64);
    expect(coordinates({}, 4, 2)).not.toEqual(points.slice(0, 4));
  });

  it('goes on in the same sequence from ask to ask', () => {
    const search = driveSearch({ searcher: quasiRandom, space: plane });
    const points = ['first', 'second', 'third'].flatMap((seed, i) =>
      search.suggest({ count: i + 1, rng: createRng(i === 0 ? 1 : seed) }).map(({ params }) => params['hp.x']),
    );
    expect(points).toEqual(coordinates({}, 6).map(([x]) => x));
  });

  it('skips points that are known or break a constraint', () => {
    const half = constrainSpace(plane, (params) => Number(params['hp.x']) < 0.5);
    const search = driveSearch({ searcher: quasiRandom, space: half, options: { scramble: false } });
    const xs = search.suggest({ count: 4 }).map(({ params }) => params['hp.x']);
    expect(xs).toEqual([0.25, 0.375, 0.125, 0.1875]);
    const two = requireSpace({
      hp: { a: { type: 'categorical', choices: ['x', 'y'] }, b: { type: 'int', low: 1, high: 3 } },
    });
    expect(driveSearch({ searcher: quasiRandom, space: two }).suggest({ count: 10 })).toHaveLength(6);
  });
});
