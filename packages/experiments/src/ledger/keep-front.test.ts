import type { JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { type Bench, createBench } from '../testing/bench.js';

/** Loss and size of the trials, in their order: the size is a parameter, the loss is what the runner says. */
type Outcome = readonly [loss: number, units: number];

const objectives = [
  { metric: 'loss', direction: 'minimize' },
  { metric: 'units', direction: 'minimize' },
];

function specOf(outcomes: readonly Outcome[], change: JsonObject = {}): JsonObject {
  const points = outcomes.map(([, units], i) => ({ 'hp.x': i / 100, 'hp.units': units }));
  return {
    space: { hp: { x: { type: 'float', low: 0, high: 1 }, units: { type: 'int', low: 1, high: 100 } } },
    objectives,
    searcher: { name: 'uniform' },
    warmStart: { points },
    budget: { maxTrials: outcomes.length, maxParallel: 1 },
    ...change,
  };
}

/** Runs everything to its end; a repetition measures what `again` says of its original. */
async function runAll(bench: Bench, outcomes: readonly Outcome[], again = (number: number) => outcomes[number]?.[0]) {
  for (let claims = await bench.claim(); claims[0] !== undefined; claims = await bench.claim()) {
    const [claim] = claims;
    const original = Math.round(Number(claim.params['hp.x']) * 100);
    const loss = (claim.number < outcomes.length ? outcomes[original]?.[0] : again(original)) ?? Number.NaN;
    const metrics = claim.mode === 'final' ? { test_loss: loss } : { loss };
    await bench.service.finish(claim, { kind: 'complete', metrics, artifacts: [] });
  }
}

async function frontNumbers(bench: Bench, id: string): Promise<number[]> {
  return (await bench.store.front(id)).map(({ number }) => number);
}

describe('the front of an experiment', () => {
  it('is kept as trials end, the best by the first objective with it, and each event says how it changed', async () => {
    const outcomes: readonly Outcome[] = [
      [5, 50],
      [9, 9],
      [4, 60],
      [4, 40],
      [9, 9],
      [6, 70],
    ];
    const bench = createBench();
    const { id } = await bench.create(specOf(outcomes));
    await runAll(bench, outcomes);
    expect(await bench.store.front(id)).toEqual([
      { number: 1, values: [9, 9], steps: 3 },
      { number: 3, values: [4, 40], steps: 3 },
    ]);
    expect(await bench.experiment(id)).toMatchObject({ bestTrial: 3, bestValues: [4, 40] });
    const finished = (await bench.store.events(id, 0, 200)).filter(({ type }) => type === 'trial.finished');
    expect(finished.map(({ payload }) => [payload['best'], payload['front']])).toEqual([
      [true, { left: [] }],
      [false, { left: [] }],
      [true, { left: [] }],
      [true, { left: [0, 2] }],
      [false, null],
      [false, null],
    ]);
  });

  it('has only trials that hold the constraints and ran to their end', async () => {
    const outcomes: readonly Outcome[] = [
      [1, 50],
      [9, 40],
      [0.5, 9],
    ];
    const bench = createBench();
    const { id } = await bench.create(specOf(outcomes, { constraints: [{ metric: 'loss', min: 0.9 }] }));
    await runAll(bench, outcomes);
    expect(await frontNumbers(bench, id)).toEqual([0, 1]);
  });

  it('is the best trial alone with one objective, of equals the first', async () => {
    const outcomes: readonly Outcome[] = [
      [3, 1],
      [2, 9],
      [2, 1],
      [4, 1],
    ];
    const bench = createBench();
    const { id } = await bench.create(specOf(outcomes, { objectives: objectives.slice(0, 1) }));
    await runAll(bench, outcomes);
    expect(await bench.store.front(id)).toEqual([{ number: 1, values: [2], steps: 3 }]);
    expect(await bench.experiment(id)).toMatchObject({ bestTrial: 1, bestValues: [2] });
  });

  it('gives the winners, spread over it', async () => {
    const outcomes: readonly Outcome[] = [
      [1, 90],
      [1.1, 80],
      [5, 50],
      [9, 10],
      [9.5, 95],
    ];
    const bench = createBench();
    const { id } = await bench.create(specOf(outcomes, { final: { top: 3 } }));
    await runAll(bench, outcomes);
    const finals = (await bench.store.trials(id)).filter(({ mode }) => mode === 'final');
    expect(finals.map(({ parent }) => parent)).toEqual([0, 3, 2]);
    expect(await frontNumbers(bench, id)).toEqual([0, 1, 2, 3]);
  });

  it('is that of the confirmed means once leaders were evaluated again', async () => {
    const outcomes: readonly Outcome[] = [
      [1, 90],
      [5, 50],
      [9, 10],
      [9.5, 95],
    ];
    const bench = createBench();
    const reevaluate = { leaders: 3, repeats: 2 };
    const { id } = await bench.create(specOf(outcomes, { final: { top: 1, reevaluate } }));
    // Trial 0 was lucky: in truth trial 1 is as good and smaller.
    await runAll(bench, outcomes, (number) => [6, 5.5, 9, 9.5][number]);
    expect(await bench.store.front(id)).toEqual([
      { number: 1, values: [5.5, 50], steps: 3 },
      { number: 2, values: [9, 10], steps: 3 },
    ]);
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', bestTrial: 1, bestValues: [5.5, 50] });
  });
});
