import { createRng, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { varyParams } from './vary-params.js';

const space = requireSpace({
  hp: {
    kind: { type: 'categorical', choices: ['a', 'b'] },
    rate: { type: 'float', low: 0.001, high: 1, log: true },
    units: { type: 'int', low: 1, high: 4 },
    onlyA: { type: 'float', low: 0, high: 1, when: { kind: ['a'] } },
    onlyB: { type: 'ordinal', choices: [8, 16, 32], when: { kind: ['b'] } },
  },
});
const a: Params = { 'hp.kind': 'a', 'hp.rate': 0.01, 'hp.units': 1, 'hp.onlyA': 0.25 };
const b: Params = { 'hp.kind': 'b', 'hp.rate': 0.1, 'hp.units': 4, 'hp.onlyB': 32 };
const variation = { crossoverProbability: 1, crossoverEta: 20, mutationEta: 20, mutations: 0 };
const children = (changes: Partial<typeof variation>, count = 300) =>
  Array.from({ length: count }, (_, seed) => varyParams(space, [a, b], { ...variation, ...changes }, createRng(seed)));

describe('varyParams', () => {
  it('gives points of the space', () => {
    for (const { params } of children({ mutations: 2 })) expect(space.validate(params)).toEqual([]);
  });

  it('takes what only one parent has from that one', () => {
    for (const { params } of children({})) {
      const isA = params['hp.kind'] === 'a';
      expect([params['hp.onlyA'], params['hp.onlyB']]).toEqual(isA ? [0.25, undefined] : [undefined, 32]);
    }
    expect(new Set(children({}).map(({ params }) => params['hp.kind']))).toEqual(new Set(['a', 'b']));
  });

  it('draws what neither parent has', () => {
    const drawn = Array.from({ length: 300 }, (_, seed) =>
      varyParams(space, [a, a], { ...variation, mutations: 2 }, createRng(seed)),
    ).flatMap(({ params }) => params['hp.onlyB'] ?? []);
    expect(new Set(drawn)).toEqual(new Set([8, 16, 32]));
  });

  it('is the first parent without crossover and mutation', () => {
    for (const child of children({ crossoverProbability: 0 }, 20)) {
      expect(child).toEqual({ params: a, crossed: false, mutated: [] });
    }
  });

  // 300 children of four parameters, one mutation each on average: the standard error is 0.05, the tolerance 4 of them.
  it('mutates as many parameters as it is told on average, and says which', () => {
    const mutants = children({ crossoverProbability: 0, mutations: 1 });
    for (const { params, mutated } of mutants) {
      const differing = Object.keys(a).filter((name) => params[name] !== undefined && params[name] !== a[name]);
      expect(mutated).toEqual(differing);
    }
    const count = mutants.reduce((sum, { mutated }) => sum + mutated.length, 0);
    expect(Math.abs(count / 300 - 1)).toBeLessThan(0.2);
  });
});
