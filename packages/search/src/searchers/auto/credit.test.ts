import { describe, expect, it } from '@jest/globals';
import { addOutcome, type Credit, rankArms } from './credit.js';

const record = (...credit: number[]) => ({ credit, pending: 0 });

describe('rankArms', () => {
  it('begins with arms that were never asked, in their order', () => {
    expect(rankArms([record(), record()], 0.3)).toEqual([0, 1]);
    expect(rankArms([record(1), record()], 0.3)).toEqual([1, 0]);
    expect(rankArms([{ credit: [], pending: 1 }, record()], 0.3)).toEqual([1, 0]);
  });

  it('goes by the better half of the outcomes', () => {
    expect(rankArms([record(0.5, 0.5, 0.5, 0.5), record(0, 0, 0.9, 0.9)], 0.3)).toEqual([1, 0]);
  });

  it('comes back to an arm that was asked little, unless told not to explore', () => {
    const records = [record(...Array.from({ length: 20 }, () => 0.8)), record(0.6)];
    expect(rankArms(records, 0.3)).toEqual([1, 0]);
    expect(rankArms(records, 0)).toEqual([0, 1]);
  });
});

describe('addOutcome', () => {
  it('forgets what is long ago', () => {
    let credit: Credit = [];
    for (let i = 0; i < 100; i++) credit = addOutcome(credit, i);
    expect(credit).toHaveLength(24);
    expect(credit[0]).toBe(76);
  });
});
