import { describe, expect, it } from '@jest/globals';
import { LimitedEntry } from './limited-entry.js';

describe('limited entry', () => {
  it('lets everybody through, never more than its limit at a time, also after failures', async () => {
    const entry = new LimitedEntry(3);
    let inside = 0;
    let most = 0;
    const visit = (i: number) =>
      entry.pass(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
        if (i % 4 === 0) throw new Error('no');
        return i;
      });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => visit(i)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(15);
    expect(most).toBe(3);
    expect(inside).toBe(0);
  });
});
