import { createSearchHistory, type FinishedTrial, type FoldContext } from '@cambium/core';
import { complete, minimize } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { sliceObservations } from './slice-observations.js';

const ends = [10, 20, 25];

interface Ending {
  readonly value: number;
  readonly fidelity: number;
  readonly parent?: number;
  readonly state?: FinishedTrial['state'];
}

/** Trials 0, 1, … that ended so. */
function observe(endings: readonly Ending[], most = 100) {
  const history = createSearchHistory({ objectives: minimize } as unknown as FoldContext);
  for (const [number, { value, fidelity, parent, state = 'complete' }] of endings.entries()) {
    const from = parent === undefined ? {} : { parent };
    const params = { 'hp.x': number };
    history.add(complete({ number, params, fidelity, ...from }, [value], { state }));
  }
  return sliceObservations(history, { ends, objectives: minimize, most });
}

describe('sliceObservations', () => {
  it('are gains per step of the slices that went on from another, newest first', () => {
    const observed = observe([
      { value: 5, fidelity: 10 },
      { value: 3, fidelity: 20, parent: 0 },
      { value: 2, fidelity: 25, parent: 1 },
    ]);
    expect(observed).toEqual([
      { slice: 2, params: { 'hp.x': 2 }, loss: 3, gain: 0.2 },
      { slice: 1, params: { 'hp.x': 1 }, loss: 5, gain: 0.2 },
    ]);
  });

  it('count what failed as −∞, and leave out what was cancelled or refused, or went on from nothing finite', () => {
    const start: Ending = { value: 5, fidelity: 10 };
    const gainsOf = (...more: Ending[]) => observe([start, ...more]).map(({ gain }) => gain);
    expect(gainsOf({ value: Number.NaN, fidelity: 20, parent: 0 })).toEqual([-Infinity]);
    expect(gainsOf({ value: 1, fidelity: 20, parent: 0, state: 'failed' })).toEqual([-Infinity]);
    expect(gainsOf({ value: 1, fidelity: 20, parent: 0, state: 'cancelled' })).toEqual([]);
    expect(gainsOf({ value: 1, fidelity: 20, parent: 0, state: 'infeasible' })).toEqual([]);
    expect(gainsOf({ value: 1, fidelity: 25, parent: 0 })).toEqual([]);
    expect(gainsOf({ value: Number.NaN, fidelity: 20, parent: 0 }, { value: 1, fidelity: 25, parent: 1 })).toEqual([
      -Infinity,
    ]);
  });

  it('are the newest of them only', () => {
    const endings: Ending[] = [
      { value: 5, fidelity: 10 },
      ...Array.from({ length: 9 }, (_, i) => ({ value: i, fidelity: 20, parent: 0 })),
    ];
    expect(observe(endings, 3).map(({ params }) => params['hp.x'])).toEqual([9, 8, 7]);
  });
});
