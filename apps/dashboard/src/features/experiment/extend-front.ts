import type { Direction } from '@cambium/core';
import type { TrialRowData } from '@cambium/ui';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { toTrialRow } from '../../lib/trial-row.js';
import { frontChanges } from './front-changes.js';
import { compareTrials } from './merge-trials.js';

export interface Front {
  /** The first of its trials, best by the first objective first. */
  readonly rows: readonly TrialRowData[];
  readonly totalCount: number;
}

/** Rows that the card holds. */
export const mostFrontRows = 100;

/** Takes in who joined the front and who left it. */
export function extendFront(front: Front, batches: readonly EventBatch[], direction: Direction): Front {
  const order = direction === 'maximize' ? 'DESC' : 'ASC';
  let { rows, totalCount } = front;
  for (const batch of batches) {
    for (const { joined, left } of frontChanges(batch)) {
      const trial = batch.trials.find(({ number }) => number === joined);
      const isKnown = rows.some(({ number }) => number === joined);
      const stay = rows.filter(({ number }) => !left.includes(number));
      // What is not held may have left as well.
      const leavers = totalCount > rows.length ? left.length : rows.length - stay.length;
      totalCount += (isKnown ? 0 : 1) - leavers;
      rows = trial && !isKnown ? [...stay, toTrialRow(trial)] : stay;
    }
  }
  if (rows === front.rows) return front;
  const sorted = rows.toSorted((a, b) => compareTrials(a, b, { field: 'value', order }));
  return { rows: sorted.slice(0, mostFrontRows), totalCount };
}
