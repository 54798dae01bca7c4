import { createRng, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { driveSearch, endedAs } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { tpe } from './tpe.js';

const space = requireSpace({
  hp: { x: { type: 'float', low: 0, high: 1 }, y: { type: 'float', low: 0, high: 1 } },
});

/** Each from the points before it, which are pending. */
function firstPoints(seed: number, constantLiar = true): readonly Params[] {
  const driver = driveSearch({ searcher: tpe, options: { constantLiar }, space, budget: { maxTrials: 50 } });
  return driver.suggest({ rng: createRng(seed), count: 10 }).map(({ params }) => params);
}

function leastDistance(points: readonly Params[]): number {
  const distances = points.flatMap((a, i) =>
    points
      .slice(i + 1)
      .map((b) => Math.hypot(Number(a['hp.x']) - Number(b['hp.x']), Number(a['hp.y']) - Number(b['hp.y']))),
  );
  return Math.min(...distances);
}

describe('the first points of TPE', () => {
  it('lie farther apart than independent draws do', () => {
    for (const seed of [1, 2, 3]) {
      const rng = createRng(seed);
      const independent = Array.from({ length: 10 }, (_, i) => space.sample(rng.fork(i)));
      expect(leastDistance(firstPoints(seed))).toBeGreaterThan(0.15);
      expect(leastDistance(firstPoints(seed))).toBeGreaterThan(leastDistance(independent));
    }
  });

  it('keep clear of pending ones where models ignore these too', () => {
    expect(firstPoints(1, false)).toEqual(firstPoints(1));
  });

  it('say that the search is starting up', () => {
    const driver = driveSearch({ searcher: tpe, space });
    for (let number = 0; number < 3; number++) {
      const [suggestion] = driver.suggest({ rng: createRng(number) });
      expect(suggestion?.why).toEqual({ by: 'random', because: 'starting up', draws: 16 });
      driver.tell(endedAs('failed', { number, params: suggestion?.params ?? {} }));
    }
  });
});
