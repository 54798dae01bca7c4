import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { asha } from '../asha/index.js';
import { hasPlaceOnFronts } from './has-place-on-fronts.js';
import { multiObjectiveAsha } from './multi-objective-asha.js';

describe('a place on the fronts', () => {
  const front = [
    [0, 10],
    [1, 9],
    [5, 5],
    [10, 0],
  ];

  it('goes to better fronts first', () => {
    expect(hasPlaceOnFronts([6, 6], front, 4)).toBe(false);
    expect(hasPlaceOnFronts([6, 6], front, 5)).toBe(true);
    expect(hasPlaceOnFronts([-1, -1], front, 1)).toBe(true);
  });

  it('goes within a front to those that spread out: the best by the first loss, then the farthest', () => {
    const others = front.slice(1);
    expect([1, 2, 3, 4].map((places) => hasPlaceOnFronts([0, 10], others, places))).toEqual([true, true, true, true]);
    const without = (row: number) => front.filter((_, i) => i !== row);
    expect([1, 2].map((places) => hasPlaceOnFronts([10, 0], without(3), places))).toEqual([false, true]);
    expect([2, 3].map((places) => hasPlaceOnFronts([5, 5], without(2), places))).toEqual([false, true]);
    expect([3, 4].map((places) => hasPlaceOnFronts([1, 9], without(1), places))).toEqual([false, true]);
  });

  it('is shared by equals', () => {
    expect(hasPlaceOnFronts([0, 10], front, 1)).toBe(true);
    expect(hasPlaceOnFronts([3, 3], [[3, 3]], 1)).toBe(true);
    expect(hasPlaceOnFronts([3, 3], [], 1)).toBe(true);
  });
});

/** Decisions for `[trial, step, values]` reports; both objectives are minimised. */
function decide(
  pruner: typeof asha,
  reports: readonly (readonly [trial: number, step: number, values: readonly number[]])[],
): string[] {
  const objectives = (reports[0]?.[2] ?? []).map((_, i) => ({ metric: `m${i}`, direction: 'minimize' as const }));
  const context = { options: { minSteps: 1, eta: 3 }, objectives, maxStep: 27, rng: createRng(1) };
  let state: Json = pruner.init(context);
  return reports.map(([trial, step, values]) => {
    const answer = pruner.report(state, context, { trial, step, values });
    state = answer.state;
    return answer.decision;
  });
}

describe('multi-objective-asha', () => {
  it('lets as many go on as there are places, spread over the front of the rung', () => {
    // One place up to five results, two from the sixth on.
    const values = [
      [0, 10],
      [10, 0],
      [4, 4],
      [5, 5],
      [2, 7],
      [10, 0],
      [7, 2],
    ];
    expect(
      decide(
        multiObjectiveAsha,
        values.map((each, trial) => [trial, 1, each] as const),
      ),
    ).toEqual(['continue', 'stop', 'stop', 'stop', 'stop', 'continue', 'stop']);
  });

  it('never lets a trial go on that did not measure every objective', () => {
    expect(
      decide(multiObjectiveAsha, [
        [0, 1, [0, Number.NaN]],
        [1, 1, [Infinity, 0]],
        [2, 1, [9, 9]],
      ]),
    ).toEqual(['stop', 'stop', 'continue']);
  });

  it('is asha for one objective', () => {
    const rng = createRng('asha');
    const reports = Array.from({ length: 300 }, (_, i) => {
      const value = rng.int(9) === 0 ? Number.NaN : rng.int(20);
      return [i % 40, 1 + Math.floor(i / 40), [value]] as const;
    });
    expect(decide(multiObjectiveAsha, reports)).toEqual(decide(asha, reports));
  });
});
