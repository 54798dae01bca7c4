import { createRng, type Params, type Suggestion } from '@cambium/core';
import { constrainSpace, enumeratePoints, requireSpace } from '@cambium/spaces';
import { driveSearch, endedAs } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { grid } from './grid.js';

const conditional = requireSpace({
  hp: {
    model: { type: 'categorical', choices: ['linear', 'tree', 'net'] },
    depth: { type: 'int', low: 1, high: 4, when: { model: ['tree'] } },
    layers: { type: 'int', low: 1, high: 3, when: { model: ['net'] } },
    units: { type: 'ordinal', choices: [8, 16], when: { layers: { min: 2 } } },
    scale: { type: 'categorical', choices: ['on', 'off'] },
    clip: { type: 'float', low: 0, high: 0.2, step: 0.1, when: { scale: ['on'] } },
  },
});
const size = (1 + 4 + (1 + 2 * 2)) * (3 + 1);

const paramsOf = (suggestions: readonly Suggestion[]) => suggestions.map(({ params }) => params);
const keys = (points: readonly Params[]) => points.map((point) => JSON.stringify(point));

describe('grid', () => {
  it('gives each point of a conditional space once, then says that it is exhausted', () => {
    const search = driveSearch({ searcher: grid, space: conditional });
    const points = paramsOf(search.suggest({ count: 1000 }));
    expect(points).toHaveLength(size);
    const all = keys(enumeratePoints(conditional, 1000) ?? []);
    expect(keys(points).toSorted()).toEqual(all.toSorted());
    for (const [number, params] of points.entries()) {
      search.tell(endedAs('failed', { number, params }));
    }
    expect(search.ask()).toEqual({ kind: 'exhausted' });
  });

  it('goes through them in order when asked to, however the asks are cut', () => {
    const ordered = driveSearch({ searcher: grid, space: conditional, options: { order: 'sorted' } });
    const points = [3, 1, 30].flatMap((count) => paramsOf(ordered.suggest({ count })));
    const other = driveSearch({ searcher: grid, space: conditional, options: { order: 'sorted' } });
    expect(points).toEqual(paramsOf(other.suggest({ count: 34 })));
    expect(points[0]).toEqual({ 'hp.model': 'linear', 'hp.scale': 'on', 'hp.clip': 0 });
    expect(points.slice(0, 4).map((point) => point['hp.model'])).toEqual(Array(4).fill('linear'));
  });

  it('is shuffled by the seed, and stays so between asks', () => {
    const order = (seed: number, ...counts: number[]) => {
      const search = driveSearch({ searcher: grid, space: conditional });
      return keys(
        counts.flatMap((count, i) => paramsOf(search.suggest({ count, rng: createRng(`${seed}/${i || ''}`) }))),
      );
    };
    expect(order(1, 10, 20)).toEqual(order(1, 30));
    expect(order(1, 30)).not.toEqual(order(2, 30));
  });

  it('cuts what is continuous or long, ends included, logarithmic where that is', () => {
    const space = requireSpace({
      hp: {
        lr: { type: 'float', low: 1e-4, high: 1, log: true },
        units: { type: 'int', low: 1, high: 1000, log: true },
        rate: { type: 'float', low: 0, high: 1 },
        few: { type: 'int', low: 0, high: 20 },
      },
    });
    const points = paramsOf(
      driveSearch({ searcher: grid, space, options: { points: 3, largest: 21 } }).suggest({ count: 10_000 }),
    );
    const values = (name: string) => [...new Set(points.map((point) => Number(point[name])))].toSorted((a, b) => a - b);
    expect(values('hp.lr')).toEqual([1e-4, 0.01, 1]);
    expect(values('hp.units')).toEqual([1, 32, 1000]);
    expect(values('hp.rate')).toEqual([0, 0.5, 1]);
    expect(values('hp.few')).toHaveLength(21);
    expect(points).toHaveLength(27 * 21);
  });

  it('passes over what is known, and over what breaks a constraint', () => {
    const odd = constrainSpace(conditional, (params) => params['hp.model'] !== 'net');
    const search = driveSearch({ searcher: grid, space: odd, options: { order: 'sorted' } });
    const known = { number: 0, params: { 'hp.model': 'linear', 'hp.scale': 'off' } };
    const points = paramsOf(search.suggest({ count: 1000, pending: [known] }));
    expect(points).toHaveLength(5 * 4 - 1);
    for (const point of points) expect(point['hp.model']).not.toBe('net');
  });

  it('takes a space of any size', () => {
    const space = requireSpace({
      hp: Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`x${i}`, { type: 'float', low: 0, high: 1 }])),
    });
    const points = paramsOf(driveSearch({ searcher: grid, space }).suggest({ count: 20 }));
    expect(new Set(keys(points)).size).toBe(20);
    expect(new Set(points.map((point) => point['hp.x0'])).size).toBeGreaterThan(2);
  });

  it('suggests something even where nothing holds the constraints', () => {
    const space = requireSpace({ hp: { x: { type: 'int', low: 0, high: 2000 } } });
    const search = driveSearch({
      searcher: grid,
      space: constrainSpace(space, () => false),
      options: { largest: 10_000 },
    });
    expect(search.suggest()).toHaveLength(1);
  });
});
