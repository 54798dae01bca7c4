import { existsSync, readFileSync } from 'node:fs';
import type { Params } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';
import { nasBench201Params, nasBench201String } from './cell-string.js';
import { edgeParam, edges, nasBench201Ops } from './edges.js';

const space = requireSpace({ arch: { dialect: 'nasbench201' } });

/** The cell of six digits, one for each edge. */
function cellOf(digits: string): Params {
  return Object.fromEntries(edges.map((edge, i) => [edgeParam(edge), nasBench201Ops[Number(digits[i])] as string]));
}

const allDigits = Array.from({ length: 5 ** 6 }, (_, i) => i.toString(5).padStart(6, '0'));
const table = new URL('../../../../../../shared/data/nasbench201/nb201.csv', import.meta.url);
const present = existsSync(table);

describe('nasbench201', () => {
  it('has six parameters of five operations, in the benchmark’s order', () => {
    expect(space.parameters.map(({ name }) => name)).toEqual([
      'arch.edge.0-1',
      'arch.edge.0-2',
      'arch.edge.1-2',
      'arch.edge.0-3',
      'arch.edge.1-3',
      'arch.edge.2-3',
    ]);
    expect(space.parameters[0]?.domain).toEqual({ kind: 'categorical', choices: nasBench201Ops });
  });

  it('writes and reads the benchmark’s text of every cell', () => {
    expect(nasBench201String(cellOf('421330'))).toBe(
      '|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_3x3~0|nor_conv_3x3~1|none~2|',
    );
    for (const digits of allDigits) {
      const params = cellOf(digits);
      if (JSON.stringify(nasBench201Params(nasBench201String(params))) !== JSON.stringify(params)) {
        throw new Error(`${digits} does not survive`);
      }
    }
  });

  it.each([
    '',
    '|none~0|+|none~0|none~1|',
    '|none~0|+|none~0|none~1|+|none~0|none~1|none~1|',
    '|none~0|+|none~0|none~1|+|none~0|none~1|none~2|none~3|',
    '|conv~0|+|none~0|none~1|+|none~0|none~1|none~2|',
  ])('refuses the text "%s"', (text) => {
    expect(() => nasBench201Params(text)).toThrow('is not a cell of NAS-Bench-201');
  });

  it('has 6,466 canonical keys', () => {
    expect(new Set(allDigits.map((digits) => space.canonicalKey(cellOf(digits)))).size).toBe(6466);
  });

  (present ? it : it.skip)('calls isomorphic what the benchmark does (skipped without shared/data)', () => {
    const [, ...rows] = readFileSync(table, 'utf8').trim().split('\n');
    const pairs = rows.map((row) => {
      const [, digits = '', iso = ''] = row.split(',');
      return { key: space.canonicalKey(cellOf(digits)), iso };
    });
    // As many pairs as there are of either: each key goes with one class, and each class with one key.
    const distinct = (of: (pair: (typeof pairs)[number]) => string) => new Set(pairs.map(of)).size;
    expect(distinct(({ key, iso }) => `${key} ${iso}`)).toBe(6466);
    expect(distinct(({ iso }) => iso)).toBe(6466);
    expect(rows).toHaveLength(15_625);
  });

  it('calls cells infeasible through which nothing gets', () => {
    // Edges 0→1, 0→2, 1→2, 0→3, 1→3, 2→3; 0 is none.
    for (const dead of ['000000', '333000', '003033', '000033', '300003'])
      expect(space.isFeasible(cellOf(dead))).toBe(false);
    for (const live of ['000100', '300030', '303003', '030001']) expect(space.isFeasible(cellOf(live))).toBe(true);
  });

  it('refuses a single operation', () => {
    expect(() => requireSpace({ arch: { dialect: 'nasbench201', ops: ['none'] } })).toThrow('at least two');
  });
});
