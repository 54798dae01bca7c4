import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, listIdentity } from './cursors.js';
import type { Sort } from './sort-keys.js';

interface Row {
  value: number;
  number: number;
}
const sort: Sort<Row> = {
  order: 'ASC',
  identity: 'value',
  keys: [
    { sql: 'v', type: 'double precision', of: (row) => row.value },
    { sql: 'n', type: 'integer', of: (row) => row.number },
  ],
};
const list = listIdentity(['rows']);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('cursors', () => {
  it.each([0.1 + 0.2, -1e-300, Number.POSITIVE_INFINITY, 5e-324, 0])('keep %d exactly', (value) => {
    const keys = decodeCursor(list, sort, encodeCursor(list, sort, { value, number: 7 }));
    expect(keys.map(Number)).toEqual([value, 7]);
  });

  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('x').toString('base64url')],
    ['null', encoded(null)],
    ['another list', encodeCursor(listIdentity(['others']), sort, { value: 1, number: 1 })],
    ['too few keys', encoded({ list, keys: ['1'] })],
    ['keys that are not text', encoded({ list, keys: [1, 2] })],
    ['a key of another type', encoded({ list, keys: ['1', "1'; drop table trials"] })],
    ['not a number', encoded({ list, keys: ['NaN', '1'] })],
  ])('refuse %s', (_what, cursor) => {
    expect(() => decodeCursor(list, sort, cursor)).toThrow(expect.objectContaining({ code: 'fix-input' }));
  });
});
