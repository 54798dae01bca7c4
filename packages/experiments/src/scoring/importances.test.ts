import { createRng } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { importancesOf } from './importances.js';

const { parameters, sample } = requireSpace({
  hp: { rate: { type: 'float', low: 0.001, high: 1, log: true }, idle: { type: 'float', low: 0, high: 1 } },
  train: { dialect: 'procedure', optimizer: { choices: ['sgd', 'adam'] }, momentum: { search: false } },
});

const points = Array.from({ length: 150 }, (_, seed) => sample(createRng(seed)));

describe('importancesOf', () => {
  it('says which parameters and branches tell the best trials, in either direction', () => {
    const trials = points.map((params) => ({ params, value: Math.abs(Math.log10(Number(params['hp.rate'])) + 2) }));
    const found = importancesOf(trials, { parameters, direction: 'minimize' });
    expect(found).toMatchObject({
      trials: 150,
      params: expect.arrayContaining([{ name: 'hp.idle', share: expect.any(Number), clear: expect.any(Boolean) }]),
      ops: [],
    });
    expect(found?.params[0]).toMatchObject({ name: 'hp.rate', clear: true });
    expect(found?.params[0]?.share).toBeGreaterThan(0.7);
    expect(found?.branches.map(({ name }) => name)).toEqual(['hp', 'train']);
    expect(found?.branches.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    const turned = trials.map(({ params, value }) => ({ params, value: -value }));
    expect(importancesOf(turned, { parameters, direction: 'maximize' })).toEqual(found);
  });

  it('says which ops do', () => {
    const strengths = points.map(
      (_, i) =>
        new Map([
          ['flip', i % 2],
          ['rotate', (i % 7) / 7],
        ]),
    );
    const byParams = new Map(points.map((params, i) => [params, strengths[i]!]));
    const trials = points.map((params, i) => ({ params, value: i % 2 }));
    const found = importancesOf(trials, {
      parameters,
      direction: 'maximize',
      opStrengths: (params) => byParams.get(params) ?? new Map(),
    });
    expect(found?.ops.map(({ name, clear }) => [name, clear])).toEqual([
      ['flip', true],
      ['rotate', false],
    ]);
  });

  it('says nothing of a few trials', () => {
    const few = points.slice(0, 10).map((params, value) => ({ params, value }));
    expect(importancesOf(few, { parameters, direction: 'minimize' })).toBeUndefined();
  });
});
