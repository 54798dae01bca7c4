import { describe, expect, it } from '@jest/globals';
import { namedChanges } from './named-changes.js';

describe('namedChanges', () => {
  it('names what differs, appeared or is gone', () => {
    const changes = namedChanges({ same: 1, rate: 0.1, gone: 'a' }, { same: 1, rate: 0.2, appeared: true });
    expect(changes).toEqual({ changed: { rate: [0.1, 0.2], gone: ['a', null], appeared: [null, true] } });
  });

  it('counts what does not fit into a short reason', () => {
    const params = (value: number) => Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`hp.p${i}`, value]));
    const changes = namedChanges(params(1 / 3), params(2 / 3));
    expect(JSON.stringify(changes).length).toBeLessThan(1300);
    expect(Object.keys(changes['changed'] ?? {}).length + Number(changes['more'])).toBe(300);
  });
});
