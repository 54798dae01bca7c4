import type { HistoryFold } from '@cambium/core';
import { lossVector } from '../../history/loss-vector.js';

/** What a trial brought, and what it cost. */
export interface Gain {
  /**
   * With one objective: by how much it was better than the best before it, as a share of the range of all losses so far. With
   * several: 1 where no earlier trial was as good in all of them. 0 for a trial that measured nothing or broke a constraint.
   */
  readonly gain: number;
  /** On its device; 1 where nobody measured it. */
  readonly seconds: number;
}

interface Gains {
  /** Losses of the trials that were improvements. */
  readonly front: (readonly number[])[];
  readonly range: { least: number; greatest: number };
  readonly byNumber: Map<number, Gain>;
}

export const gains: HistoryFold<Gains> = {
  start: () => ({ front: [], range: { least: Infinity, greatest: -Infinity }, byNumber: new Map() }),
  add(all, { number, state, violation, values, seconds = 1 }, { objectives }) {
    const { front, range, byNumber } = all;
    const losses = state === 'complete' && violation === 0 ? lossVector(values, objectives) : undefined;
    if (losses === undefined) byNumber.set(number, { gain: 0, seconds });
    else {
      const improves = !front.some((earlier) => earlier.every((loss, i) => loss <= (losses[i] ?? 0)));
      const [loss = 0] = losses;
      const before = range.least;
      range.least = Math.min(range.least, loss);
      range.greatest = Math.max(range.greatest, loss);
      // The first trial is no improvement on anything.
      const known = front.length > 0 && improves;
      const share = losses.length > 1 ? 1 : (before - loss) / (range.greatest - range.least || 1);
      byNumber.set(number, { gain: known ? share : 0, seconds });
      if (improves) front.push(losses);
    }
    return all;
  },
};
