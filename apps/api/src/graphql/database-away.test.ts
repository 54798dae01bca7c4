import { describe, expect, it } from '@jest/globals';
import { isDatabaseAway } from './database-away.js';

const coded = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });

describe('isDatabaseAway', () => {
  it('knows socket errors, shutdown and start-up, also inside other errors', () => {
    expect(isDatabaseAway(coded('ECONNREFUSED'))).toBe(true);
    expect(isDatabaseAway(coded('57P01'))).toBe(true);
    expect(isDatabaseAway(coded('57P03'))).toBe(true);
    expect(isDatabaseAway(new Error('query failed', { cause: coded('08006') }))).toBe(true);
    expect(isDatabaseAway(Object.assign(new Error('x'), { driverError: coded('ECONNRESET') }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([coded('ECONNREFUSED')]))).toBe(true);
    expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseAway(coded('ENOENT', { syscall: 'connect' }))).toBe(true);
  });

  it('does not take mistakes in a statement, constraints or missing files for it', () => {
    expect(isDatabaseAway(coded('42601'))).toBe(false);
    expect(isDatabaseAway(coded('23505'))).toBe(false);
    expect(isDatabaseAway(coded('57014'))).toBe(false);
    expect(isDatabaseAway(coded('ENOENT', { syscall: 'open' }))).toBe(false);
    expect(isDatabaseAway(new TypeError('undefined is not a function'))).toBe(false);
  });
});
