import { createRng, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { type Mutation, mutateAndCross } from './mutate.js';

const space = requireSpace({
  hp: {
    x: { type: 'float', low: 0, high: 10 },
    lr: { type: 'float', low: 0.0001, high: 1, log: true },
    units: { type: 'int', low: 0, high: 100 },
    size: { type: 'ordinal', choices: [8, 16, 32, 64, 128] },
    kind: { type: 'categorical', choices: ['plain', 'deep', 'wide'] },
    depth: { type: 'int', low: 1, high: 9, when: { kind: ['deep'] } },
  },
});
const point = (x: number, lr: number, units: number, size: number): Params => ({
  'hp.x': x,
  'hp.lr': lr,
  'hp.units': units,
  'hp.size': size,
  'hp.kind': 'plain',
});
const deep = (params: Params, depth: number): Params => ({ ...params, 'hp.kind': 'deep', 'hp.depth': depth });
const target = point(1, 0.1, 10, 8);
const base = point(4, 0.01, 50, 32);
const from = point(2, 0.001, 20, 8);
const to = point(6, 0.1, 40, 32);
const mutate = (mutation: Partial<Mutation> = {}, seed = 1) =>
  mutateAndCross(
    space,
    { target, base, differences: [{ from, to }], weight: 0.5, rate: 1, ...mutation },
    createRng(seed),
  );
const seeds = Array.from({ length: 200 }, (_, seed) => seed);

describe('mutateAndCross', () => {
  it('moves from the base by F times the difference, on the scale of each parameter', () => {
    expect(mutate()).toEqual(point(6, expect.closeTo(0.1, 9) as unknown as number, 60, 64));
  });

  it('adds up several differences', () => {
    expect(
      mutate({
        differences: [
          { from, to },
          { from: to, to: from },
        ],
      }),
    ).toEqual({ ...base, 'hp.lr': expect.closeTo(0.01, 9) });
  });

  it('is mirrored at the ends of a range', () => {
    const up = mutate({ base: point(9, 0.5, 95, 128), weight: 1 });
    expect(up).toMatchObject({ 'hp.x': 7, 'hp.units': 85, 'hp.size': 32 });
    const down = mutate({ base: point(1, 0.5, 5, 8), differences: [{ from: to, to: from }], weight: 1 });
    expect(down).toMatchObject({ 'hp.x': expect.closeTo(3, 9), 'hp.units': 15, 'hp.size': 32 });
  });

  it('takes one parameter at least from the mutant, each of them sometimes, and CR of the others', () => {
    const taken = (rate: number) =>
      seeds.map((seed) => {
        const child = mutate({ rate }, seed);
        return Object.keys(target).filter((name) => child[name] !== target[name]).length;
      });
    // The parameter that is certainly taken may be one that is the same in both, as `kind`, or inactive, as `depth`.
    expect(Math.max(...taken(0))).toBe(1);
    expect(taken(0).filter((count) => count === 1).length).toBeGreaterThan(100);
    expect(new Set(seeds.flatMap((seed) => Object.keys(changedBy(mutate({ rate: 0 }, seed)))))).toEqual(
      new Set(['hp.x', 'hp.lr', 'hp.units', 'hp.size']),
    );
    // 4 of 6 can change: each with 1/6 + 5/6 · 1/2. Standard error 0.07 in 200 draws.
    expect(Math.abs(taken(0.5).reduce((sum, count) => sum + count / 200, 0) - 4 * (7 / 12))).toBeLessThan(0.25);
  });

  // F = 0.3 of 200: standard error 6.5, seeds 0 … 199.
  it('changes a choice with probability F to the one moved to, where the two differ', () => {
    const choices = (a: string, b: string) => {
      const differences = [{ from: { ...from, 'hp.kind': a }, to: { ...to, 'hp.kind': b } }];
      return seeds.map((seed) => mutate({ differences, weight: 0.3 }, seed)['hp.kind']);
    };
    expect(new Set(choices('wide', 'wide'))).toEqual(new Set(['plain']));
    const changed = choices('plain', 'wide').filter((kind) => kind === 'wide').length;
    expect(Math.abs(changed - 60)).toBeLessThan(20);
  });

  it('gives legal points where parameters are not active in all parents', () => {
    const parents = [target, base, deep(from, 3), deep(to, 7)];
    for (const seed of seeds) {
      const [a, b, c, d] = createRng(seed).shuffle(parents) as [Params, Params, Params, Params];
      const child = mutate({ target: a, base: b, differences: [{ from: c, to: d }], rate: 0.7 }, seed);
      expect(space.validate(child)).toEqual([]);
    }
    const moved = mutate({ base: deep(base, 2), differences: [{ from: deep(from, 3), to: deep(to, 9) }] });
    expect(moved['hp.depth']).toBe(5);
  });
});

function changedBy(child: Params): Params {
  return Object.fromEntries(Object.entries(child).filter(([name, value]) => value !== target[name]));
}
