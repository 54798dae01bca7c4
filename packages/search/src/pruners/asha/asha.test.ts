import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { asha } from './asha.js';

const context = (eta: number, maxStep = 27) => ({
  options: { minSteps: 1, eta },
  objectives: [{ metric: 'accuracy', direction: 'maximize' }] as const,
  maxStep,
  rng: createRng(1),
});

/** Decisions for `[trial, step, value]` reports. */
function decide(reports: readonly (readonly [number, number, number])[], eta = 3): string[] {
  let state: Json = asha.init(context(eta));
  return reports.map(([trial, step, value]) => {
    const answer = asha.report(state, context(eta), { trial, step, values: [value] });
    state = answer.state;
    return answer.decision;
  });
}

describe('asha', () => {
  it('lets the best third of a rung go on, in the order of arrival', () => {
    // Places at the first rung: 1 up to five results, 2 from the sixth on.
    const values = [0.5, 0.4, 0.6, 0.55, 0.7, 0.65, 0.1];
    expect(decide(values.map((value, trial) => [trial, 1, value]))).toEqual([
      'continue',
      'stop',
      'continue',
      'stop',
      'continue',
      'continue',
      'stop',
    ]);
  });

  it('judges at rungs only', () => {
    expect(
      decide([
        [0, 1, 0.5],
        [1, 2, 0.4],
        [0, 2, 0.1],
        [0, 3, 0.1],
        [0, 4, 0],
      ]),
    ).toEqual(['continue', 'stop', 'continue', 'continue', 'continue']);
  });

  it('lets equals share a place', () => {
    expect(
      decide([
        [0, 1, 0.5],
        [1, 1, 0.5],
        [2, 1, 0.5],
      ]),
    ).toEqual(['continue', 'continue', 'continue']);
  });

  it('repeats a stop whose answer was lost, and judges a retry anew in its old place', () => {
    expect(
      decide([
        [0, 1, 0.5],
        [1, 1, 0.4],
        [1, 2, 0.9],
        [1, 1, 0.6],
        [1, 2, 0.9],
      ]),
    ).toEqual(['continue', 'stop', 'stop', 'continue', 'continue']);
    // Six reports, but three trials: one place, and 0.45 is second.
    const repeated = [0, 0, 0, 0, 1].map((trial) => [trial, 1, 0.5 - trial / 10] as const);
    expect(decide([...repeated, [2, 1, 0.45]])).toEqual([...new Array(4).fill('continue'), 'stop', 'stop']);
  });

  it('never lets NaN go on, even as the first', () => {
    expect(
      decide([
        [0, 1, Number.NaN],
        [1, 1, 0.1],
        [2, 1, Infinity],
      ]),
    ).toEqual(['stop', 'continue', 'stop']);
  });

  // 8 workers in random turns: whoever goes on from a rung was then among the best 1/η of its results, its own included.
  it.each([1, 2, 3, 4, 5])('keeps its promise under random interleaving (seed %i)', (seed) => {
    const rng = createRng(seed);
    const workers = Array.from({ length: 8 }, (_, trial) => ({ trial, step: 0 }));
    const results = new Map<number, Map<number, number>>();
    let next = 8;
    let state: Json = asha.init(context(3));
    for (let turn = 0; turn < 600; turn++) {
      const worker = rng.pick(workers);
      worker.step++;
      const value = rng.next();
      const { decision, state: after } = asha.report(state, context(3), { ...worker, values: [value] });
      state = after;
      expect(decision).toBe([1, 3, 9].includes(worker.step) ? judge(results, worker, value) : 'continue');
      if (decision === 'stop' || worker.step === 27) Object.assign(worker, { trial: next++, step: 0 });
    }
    expect(next).toBeGreaterThan(100);
  });
});

/** The rule by itself: enters the value at its rung and says what must be decided. */
function judge(
  results: Map<number, Map<number, number>>,
  { trial, step }: { trial: number; step: number },
  value: number,
): string {
  const rung = results.get(step) ?? new Map<number, number>();
  results.set(step, rung.set(trial, value));
  const better = [...rung.values()].filter((other) => other > value).length;
  return better < Math.max(1, Math.floor(rung.size / 3)) ? 'continue' : 'stop';
}
