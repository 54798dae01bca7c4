import { describe, expect, it } from '@jest/globals';
import { explainConnectionError, explainStatementError } from './connection-errors.js';
import { parseConnectionUrl } from './connection-url.js';
import { refuseOldServer } from './ensure-database.js';

const target = parseConnectionUrl('postgres://ada:s%23cret@db.example:5433/team');
const failure = (code: string, message = 'no') => Object.assign(new Error(message), { code });

describe('connection errors', () => {
  it.each([
    ['ECONNREFUSED', 'retry', 'Start the server'],
    ['ENOTFOUND', 'retry', 'correct host and port'],
    ['28P01', 'fix-input', 'Check the user and the password'],
    ['42501', 'fix-input', 'createdb team'],
    ['53300', 'retry', 'max_connections'],
    ['XX000', 'give-up', "Can't use"],
  ])('says for %s what to do (%s)', (code, expected, advice) => {
    const error = explainConnectionError(target, failure(code));
    expect(error.code).toBe(expected);
    expect(error.message).toContain(advice);
    expect(error.message).toContain('db.example:5433');
    expect(error.message).not.toContain('s%23cret');
    expect(error.cause).toMatchObject({ code });
  });

  it('looks into the errors of several addresses', () => {
    const error = explainConnectionError(
      target,
      new AggregateError([failure('ECONNREFUSED'), failure('EHOSTUNREACH')]),
    );
    expect(error.code).toBe('retry');
  });

  it.each(['localhost:5432/x', 'mysql://u@h/x', 'postgres://u@h', 'postgres://u@h/', ''])('refuses %j', (url) => {
    expect(() => parseConnectionUrl(url)).toThrow(expect.objectContaining({ code: 'fix-input' }));
  });

  it('changes the database and keeps the rest', () => {
    expect(target.withDatabase('other one')).toBe('postgres://ada:s%23cret@db.example:5433/other%20one');
    expect(target.database).toBe('team');
  });

  it.each([
    ['57P01', 'terminating connection', 'retry'],
    ['', 'Connection terminated unexpectedly', 'retry'],
    ['', 'Database connection provided by a query runner was already released, cannot continue', 'retry'],
    ['22P02', 'invalid input syntax for type uuid', 'not-found'],
    ['22021', 'invalid byte sequence', 'fix-input'],
  ])('turn the failed statement %s %j into %s', (code, message, expected) => {
    expect(explainStatementError(failure(code, message))).toMatchObject({ name: 'CambiumError', code: expected });
  });

  it('leave other failures alone', () => {
    const bug = failure('42601', 'syntax error');
    expect(explainStatementError(bug)).toBe(bug);
    expect(explainStatementError('text')).toBe('text');
  });

  it('refuses servers before 15', () => {
    expect(() => refuseOldServer(140_012, '14.12')).toThrow(/14\.12.*needs 15 or newer/);
    expect(() => refuseOldServer(150_000, '15.0')).not.toThrow();
  });
});
