import { describe, expect, it } from '@jest/globals';
import { parseCsv } from './parse-csv.js';

describe('parseCsv', () => {
  it.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa,b\r\n1,\r\n\r\n3,4',
      [
        ['a', 'b'],
        ['1', ''],
        ['3', '4'],
      ],
    ],
    [
      'a,"b, c"\r\n"say ""hi""","two\nlines"\n',
      [
        ['a', 'b, c'],
        ['say "hi"', 'two\nlines'],
      ],
    ],
    [
      '"a",b\n1,\n"",\n\n"",',
      [
        ['a', 'b'],
        ['1', ''],
        ['', ''],
        ['', ''],
      ],
    ],
    ['"never closed', [['never closed']]],
    ['', []],
  ])('reads %j', (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });
});
