import { describe, expect, it } from '@jest/globals';
import { createLeaseGrace } from './lease-grace.js';

describe('the grace of leases', () => {
  /** Rounds once a second from `from` to `to`, all of them good. Returns the cutoffs. */
  const serve = (grace: ReturnType<typeof createLeaseGrace>, from: number, to: number) => {
    const cutoffs: number[] = [];
    for (let now = from; now <= to; now += 1000) {
      cutoffs.push(grace.cutoffAt(now));
      grace.served(now);
    }
    return cutoffs;
  };
  const create = () => createLeaseGrace({ leaseMs: 15_000, gapMs: 5_000 });

  it('lasts one lease after a start', () => {
    const cutoffs = serve(create(), 100_000, 120_000);
    expect(cutoffs.slice(0, 15)).toEqual(new Array(15).fill(0));
    expect(cutoffs.slice(15)).toEqual([115_000, 116_000, 117_000, 118_000, 119_000, 120_000]);
  });

  it('lasts one lease after a gap, in which leases count as they stood before it', () => {
    const grace = create();
    expect(serve(grace, 0, 20_000).at(-1)).toBe(20_000);
    const after = serve(grace, 3_600_000, 3_616_000);
    expect(after).toEqual([...new Array(15).fill(20_000), 3_615_000, 3_616_000]);
  });

  it('begins anew with each gap, and with rounds that failed', () => {
    const grace = create();
    serve(grace, 0, 20_000);
    serve(grace, 100_000, 105_000);
    // The ledger can't be read: these rounds do not count as served.
    for (let now = 106_000; now <= 150_000; now += 1000) grace.cutoffAt(now);
    expect(serve(grace, 151_000, 165_000)).toEqual(new Array(15).fill(20_000));
    expect(serve(grace, 166_000, 166_000)).toEqual([166_000]);
  });

  it('is not given for a short absence', () => {
    const grace = create();
    serve(grace, 0, 20_000);
    expect(grace.cutoffAt(25_000)).toBe(25_000);
  });
});
