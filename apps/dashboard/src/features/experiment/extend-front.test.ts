import type { TrialRowData } from '@cambium/ui';
import { describe, expect, it } from '@jest/globals';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { extendFront, type Front, mostFrontRows } from './extend-front.js';

const row = (number: number, value: number) => ({ number, values: [value, 1], params: {}, metrics: {} }) as never;
const front = (...rows: readonly [number: number, value: number][]): Front => ({
  rows: rows.map(([number, value]) => row(number, value)),
  totalCount: rows.length,
});
/** A trial ended and joined the front, or with `left` null did not. */
const finished = (number: number, value: number, left: readonly number[] | null) =>
  ({
    events: [{ type: 'trial.finished', trialNumber: number, payload: { front: left && { left } } }],
    trials: [row(number, value)],
  }) as unknown as EventBatch;
const numbers = ({ rows }: Front) => rows.map((each: TrialRowData) => each.number);

describe('extendFront', () => {
  const before = front([3, 0.9], [1, 0.5]);

  it('takes in who joined, in order, and who left', () => {
    const after = extendFront(before, [finished(4, 0.7, [1]), finished(5, 0.1, null)], 'maximize');
    expect([numbers(after), after.totalCount]).toEqual([[3, 4], 2]);
    expect(numbers(extendFront(front([1, 0.5], [3, 0.9]), [finished(4, 0.7, [])], 'minimize'))).toEqual([1, 4, 3]);
  });

  it('counts nobody twice when the answer has it already', () => {
    const after = extendFront(before, [finished(3, 0.9, [0])], 'maximize');
    expect([numbers(after), after.totalCount]).toEqual([[3, 1], 2]);
  });

  it('is the same without a change', () => {
    expect(extendFront(before, [finished(9, 0.1, null)], 'maximize')).toBe(before);
  });

  it('counts what it does not hold', () => {
    const many = Array.from({ length: mostFrontRows }, (_, i): [number, number] => [i, 1 - i / 1000]);
    const large: Front = { ...front(...many), totalCount: 500 };
    const after = extendFront(large, [finished(700, 0.95, [300, 301])], 'maximize');
    expect(after.totalCount).toBe(499);
    expect(after.rows).toHaveLength(mostFrontRows);
    expect(numbers(after)).toContain(700);
  });
});
