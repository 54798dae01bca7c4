import { describe, expect, it } from '@jest/globals';
import { SqlParameters } from './sql-parameters.js';
import { trialFilterSql } from './trial-filter.js';

describe('filters as SQL', () => {
  it('never contain a value, only its parameter', () => {
    const parameters = new SqlParameters('p');
    const evil = `x') or true; drop table trials; --`;
    const sql = trialFilterSql(
      {
        or: [
          { stateIn: ['complete'], metric: { name: evil, range: { min: 1 } } },
          { and: [{ param: { name: evil, in: [evil, 3, true] } }, { number: { max: 5 } }] },
        ],
      },
      parameters,
    );
    expect(sql).not.toContain('drop');
    expect(Object.values(parameters.values)).toEqual([
      ['complete'],
      evil,
      1,
      evil,
      [JSON.stringify(evil), '3', 'true'],
      5,
    ]);
  });

  it('hold for nothing asked, and for no alternative never', () => {
    expect(trialFilterSql({}, new SqlParameters('p'))).toBe('true');
    expect(trialFilterSql({ and: [] }, new SqlParameters('p'))).toBe('true');
    expect(trialFilterSql({ or: [] }, new SqlParameters('p'))).toBe('(false)');
  });
});
