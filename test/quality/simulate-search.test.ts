import { defineHistorySearcher, definePruner, type Json, type Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { type SimulatedProblem, type Simulation, simulateSearch } from '@cambium/testkit/search';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

const space = requireSpace({ hp: { x: { type: 'int', low: 0, high: 99 } } });
const problem: SimulatedProblem = {
  space,
  objectives: [{ metric: 'loss', direction: 'minimize' }],
  maxStep: 4,
  measure: (params, step) => ({ loss: Number(params['hp.x']) / step }),
};
const capabilities = {
  multiObjective: false,
  conditional: true,
  finite: false,
  orderIndependent: true,
  multiFidelity: true,
};

/** Suggests its number as x; every odd trial goes on from the one before, which ended after two steps. */
const stairs = defineHistorySearcher({
  name: 'stairs',
  stateVersion: 1,
  summary: 'For a test.',
  options: z.strictObject({}),
  capabilities,
  ask({ nextNumber, pending }) {
    const odd = nextNumber % 2 === 1;
    if (odd && pending.some(({ number }) => number === nextNumber - 1)) return { kind: 'wait' };
    const params = { 'hp.x': nextNumber };
    const suggestion = odd ? { params, resumeFrom: nextNumber - 1 } : { params, fidelity: 2 };
    return { kind: 'suggest', suggestions: [suggestion] };
  },
});

/** Stops trials above a loss. */
const bar = definePruner<{ above: number }, Json>({
  name: 'bar',
  stateVersion: 1,
  summary: 'For a test.',
  options: z.strictObject({ above: z.number() }),
  capabilities: { multiObjective: false },
  init: () => null,
  report: (state, { options }, { values }) => ({
    state,
    decision: (values[0] ?? 0) > options.above ? 'stop' : 'continue',
  }),
});

const simulate = (change: Partial<Simulation> = {}) =>
  [...simulateSearch({ problem, searcher: stairs, seed: 1, maxTrials: 4, ...change })].map(
    ({ trial, step, values, ended }) => `${trial.number}:${step}${ended ? '.' : ''} ${values[0]}`,
  );

describe('simulateSearch', () => {
  it('lets a trial go on where the fidelity of another ended it', () => {
    expect(simulate()).toEqual([
      '0:1 0',
      '0:2. 0',
      '1:3 0.3333333333333333',
      '1:4. 0.25',
      '2:1 2',
      '2:2. 1',
      '3:3 1',
      '3:4. 0.75',
    ]);
  });

  it('begins anew after a trial that was pruned', () => {
    const pruner = { definition: bar, options: { above: 1.5 } };
    expect(simulate({ pruner, maxTrials: 4 }).slice(4)).toEqual(['2:1. 2', '3:1. 3']);
  });

  it('runs trials side by side, each step as long as any other, and waits when it is told to', () => {
    expect(simulate({ parallel: 2, maxTrials: 2 })).toEqual(['0:1 0', '0:2. 0', '1:3 0.3333333333333333', '1:4. 0.25']);
    const even = { ...stairs, ask: () => ({ result: stairsAsk(), state: null }) };
    let next = 0;
    const stairsAsk = () => ({
      kind: 'suggest' as const,
      suggestions: [{ params: { 'hp.x': next++ }, fidelity: 2 }] as const,
    });
    expect(simulate({ searcher: even, parallel: 2, maxTrials: 3 })).toEqual([
      '0:1 0',
      '1:1 1',
      '0:2. 0',
      '1:2. 0.5',
      '2:1 2',
      '2:2. 1',
    ]);
  });

  it('has trials judged before they begin, but for those that go on, at the time when they are suggested', () => {
    const judging = definePruner<unknown, Json>({
      ...bar,
      options: z.strictObject({}),
      untrainedMetric: () => 'size',
      report: (state, _, { step, values }) => ({
        state,
        decision: step === 0 && (values[0] ?? 0) > 1 ? 'stop' : 'continue',
      }),
    });
    const judged = { ...problem, untrained: ({ 'hp.x': size }: Params) => ({ size: Number(size) }) };
    expect(simulate({ problem: judged, pruner: { definition: judging }, parallel: 2 })).toEqual([
      '0:0 NaN',
      '0:1 0',
      '0:2. 0',
      '2:0. NaN',
      '1:3 0.3333333333333333',
      '3:1 3',
      '1:4. 0.25',
      '3:2 1.5',
      '3:3 1',
      '3:4. 0.75',
    ]);
  });

  it('says what it can’t do', () => {
    expect(() => simulate({ options: { no: 1 } })).toThrow(/stairs refuses/);
    expect(() => simulate({ pruner: { definition: bar } })).toThrow(/bar refuses/);
    const waiting = { ...stairs, ask: () => ({ result: { kind: 'wait' as const }, state: null }) };
    expect(() => simulate({ searcher: waiting })).toThrow(/waits although nothing is pending/);
  });
});
