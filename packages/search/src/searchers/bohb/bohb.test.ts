import { createRng, type FinishedTrial, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { bohb } from './bohb.js';

const space = requireSpace({
  hp: {
    x: { type: 'float', low: 0, high: 1 },
    kind: { type: 'categorical', choices: ['plain', 'deep'] },
    depth: { type: 'int', low: 1, high: 9, when: { kind: ['deep'] } },
  },
});

/** `count` trials at a fidelity, whose value is the higher the nearer x is to `best`. */
function trialsAt(fidelity: number, { from, count, best }: { from: number; count: number; best: number }) {
  return Array.from({ length: count }, (_, i) => {
    const params = space.sample(createRng(from + i));
    const value = -Math.abs(Number(params['hp.x']) - best);
    return complete({ number: from + i, params, fidelity }, [value]);
  });
}

/** What it suggests first after these trials, with many seeds. */
function proposals(
  trials: readonly FinishedTrial[],
  { count = 20, ...options }: { count?: number; randomFraction?: number } = {},
) {
  return Array.from({ length: count }, (_, seed) => {
    const search = driveSearch({ searcher: bohb, space, maxStep: 9, options: { randomFraction: 0, ...options } });
    search.tell(...trials);
    const [suggestion] = search.suggest({ rng: createRng(seed) });
    if (suggestion === undefined) throw new Error('nothing suggested');
    return { x: Number(suggestion.params['hp.x']), params: suggestion.params, why: suggestion.why };
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('bohb', () => {
  it('models the largest fidelity that has enough designs, and only that', () => {
    const low = trialsAt(1, { from: 0, count: 40, best: 0.1 });
    const high = trialsAt(3, { from: 40, count: 20, best: 0.9 });
    expect(mean(proposals(low).map(({ x }) => x))).toBeLessThan(0.3);
    // 4 good ones and 4 others are enough for three parameters; one less is not.
    expect(proposals([...low, ...high.slice(0, 7)])).toEqual(proposals(low));
    expect(proposals([...low, ...high.slice(0, 8)])[0]?.why).toMatchObject({ model: 3, good: 4, of: 8 });
    const both = proposals([...low, ...high]);
    expect(mean(both.map(({ x }) => x))).toBeGreaterThan(0.7);
    expect(both[0]?.why).toMatchObject({ by: 'bohb', model: 3, good: 4, of: 20 });
  });

  it('draws the random fraction whatever the model says', () => {
    const trials = trialsAt(1, { from: 0, count: 40, best: 0.1 });
    const drawn = proposals(trials, { count: 100, randomFraction: 0.5 });
    const random = drawn.filter(({ why }) => JSON.stringify(why).includes('random fraction'));
    // Binomial with p = ½: outside of 26 … 74 once in 10⁶.
    expect(Math.abs(random.length - 50)).toBeLessThan(25);
  });

  it('holds failures for worse than any, and builds no good side of them', () => {
    const trials = trialsAt(1, { from: 0, count: 40, best: 0.1 });
    const small = ({ params }: FinishedTrial) => Number(params['hp.x']) < 0.5;
    // All with a small x fail: what is left is best just above.
    const some = trials.map((trial): FinishedTrial => (small(trial) ? { ...trial, state: 'failed' } : trial));
    expect(mean(proposals(some).map(({ x }) => x))).toBeGreaterThan(0.5);
    const all = trials.map((trial): FinishedTrial => ({ ...trial, values: [Number.NaN] }));
    for (const { why } of proposals(all)) expect(why).toMatchObject({ by: 'random', because: 'starting up' });
  });

  it('suggests active parameters only, also near designs that lack them', () => {
    const trials = trialsAt(1, { from: 0, count: 60, best: 0.5 });
    const plain = (params: Params) => params['hp.kind'] === 'plain';
    const told = trials.map((trial): FinishedTrial => (plain(trial.params) ? trial : { ...trial, values: [-2] }));
    const suggested = proposals(told, { count: 60 }).map(({ params }) => params);
    for (const params of suggested) expect(space.validate(params)).toEqual([]);
    expect(suggested.filter(plain).length).toBeGreaterThan(40);
  });
});
