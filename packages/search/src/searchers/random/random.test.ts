import { createRng, type Json, type Params } from '@cambium/core';
import { compileSpace, constrainSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { random } from './random.js';

const compiled = compileSpace({
  hp: { a: { type: 'categorical', choices: ['x', 'y'] }, b: { type: 'int', low: 1, high: 3 } },
});
if (compiled.kind === 'refused') throw new Error('refused');
const base = {
  space: compiled.space,
  objectives: [{ metric: 'score', direction: 'maximize' }] as const,
  constraints: [],
  options: {},
  budget: { maxTrials: 100, maxParallel: 1, maxAttempts: 1 },
};
const ask = (state: Json, count: number, space = base.space) =>
  random.ask(state, { ...base, space, rng: createRng(4), pending: [], count }).result;

describe('random', () => {
  it('gives each point of a finite space once, then says that it is exhausted', () => {
    const result = ask(random.init(base), 10);
    const suggestions = result.kind === 'suggest' ? result.suggestions : [];
    expect(new Set(suggestions.map(({ params }) => JSON.stringify(params))).size).toBe(6);
    expect(suggestions).toHaveLength(6);
    const state = suggestions.reduce<Json>((state, { params }, number) => {
      const trial = { number, params, state: 'failed', metrics: {}, lastStep: 0, violation: 0 } as const;
      return random.tell(state, base, trial);
    }, random.init(base));
    expect(ask(state, 1)).toEqual({ kind: 'exhausted' });
  });

  it('counts feasible points only', () => {
    const onlyX = constrainSpace(base.space, (params: Params) => params['hp.a'] === 'x');
    const result = ask(random.init(base), 10, onlyX);
    const params = result.kind === 'suggest' ? result.suggestions.map((suggestion) => suggestion.params) : [];
    expect(params.map((point) => point['hp.a'])).toEqual(['x', 'x', 'x']);
  });
});
