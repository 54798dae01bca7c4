import { existsSync, readFileSync } from 'node:fs';
import { type ArchitectureGraph, createRng, type Params, type SuperGraph } from '@cambium/core';
import { nasBench201Params, requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { architectureHash } from './architecture-hash.js';
import { costOf } from './cost-of.js';

/** The benchmark itself. */
const space = requireSpace({ arch: { dialect: 'nasbench201', width: 16, cells: 5, stages: 3 } });
const context = { inputShape: [32, 32, 3], classes: 10 } as const;
const whole = space.supergraph(context) as SuperGraph;
const graphOf = (params: Params) => space.decode(params, context).arch as ArchitectureGraph;
const random = createRng('nas-bench-201');

const opsByDigit = ['none', 'skip_connect', 'nor_conv_1x1', 'nor_conv_3x3', 'avg_pool_3x3'];
const edges = ['0-1', '0-2', '1-2', '0-3', '1-3', '2-3'];
const cellOf = (digits: string): Params =>
  Object.fromEntries(edges.map((edge, i) => [`arch.edge.${edge}`, opsByDigit[Number(digits[i])] as string]));
const allDigits = Array.from({ length: 5 ** 6 }, (_, i) => i.toString(5).padStart(6, '0'));

/** Costs of the nodes without a gate, and of those that each option adds: the cost of a cell is a sum of seven of them. */
function costsByOption() {
  const sums = new Map<string, { params: number; flops: number }>();
  for (const { id, params, flops } of costOf(whole.graph).nodes) {
    const gate = whole.gates[id];
    const key = gate === undefined ? 'always' : `${gate.param}=${gate.value}`;
    const sum = sums.get(key) ?? { params: 0, flops: 0 };
    sums.set(key, { params: sum.params + params, flops: sum.flops + flops });
  }
  return (params: Params) =>
    ['always', ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].reduce(
      (total, key) => {
        const part = sums.get(key) ?? { params: 0, flops: 0 };
        return { params: total.params + part.params, flops: total.flops + part.flops };
      },
      { params: 0, flops: 0 },
    );
}

const table = new URL('../../../../shared/data/nasbench201/nb201.csv', import.meta.url);
const present = existsSync(table);

describe('NAS-Bench-201’s networks', () => {
  const quickCost = costsByOption();

  it('cost what their options cost', () => {
    for (let i = 0; i < 20; i++) {
      const params = space.sample(random.fork(i));
      const { params: weights, flops } = costOf(graphOf(params));
      expect(quickCost(params)).toEqual({ params: weights, flops });
    }
  });

  (present ? it : it.skip)('have the published parameters and FLOPs, all 15,625 (skipped without shared/data)', () => {
    const [header = '', ...rows] = readFileSync(table, 'utf8').trim().split('\n');
    expect(header).toMatch(/^idx,ops,iso,params_c10,flops_c10,/);
    expect(rows).toHaveLength(15_625);
    const wrong = rows.filter((row) => {
      const [, digits = '', , params, flops] = row.split(',');
      const cost = quickCost(cellOf(digits));
      return cost.params !== Number(params) || cost.flops !== Number(flops);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    // The published smallest and largest.
    ['|none~0|+|none~0|none~1|+|none~0|none~1|none~2|', 10, 73_306, 7_783_050],
    [
      '|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|',
      10,
      1_531_546,
      220_119_690,
    ],
    // 65 for each class more.
    ['|none~0|+|none~0|none~1|+|none~0|none~1|none~2|', 100, 73_306 + 65 * 90, 7_783_050 + 65 * 90],
  ])('%s of %i classes', (text, classes, params, flops) => {
    const arch = space.decode(nasBench201Params(text), { ...context, classes }).arch as ArchitectureGraph;
    expect(costOf(arch)).toMatchObject({ params, flops });
  });
});

describe('hashes of NAS-Bench-201’s cells', () => {
  const small = requireSpace({ arch: { dialect: 'nasbench201', width: 2, cells: 1, stages: 1 } });
  const hashOf = (params: Params) =>
    architectureHash(small.decode(params, { inputShape: [4, 4, 1], classes: 2 }).arch as ArchitectureGraph);

  /**
   * Where node 1 is read once, every cell is the tree that the benchmark's key describes. Elsewhere the key does not tell
   * a convolution that is read twice from two convolutions side by side, which have twice the weights; the hash does.
   */
  const isTree = (digits: string) => digits[2] === '0' || digits[4] === '0';

  it('are equal where the benchmark’s keys are', () => {
    const byKey = new Map<string, Params[]>();
    for (const digits of allDigits.filter(isTree)) {
      const params = cellOf(digits);
      const key = small.canonicalKey(params);
      byKey.set(key, [...(byKey.get(key) ?? []), params]);
    }
    const merged = random.shuffle([...byKey.values()].filter(({ length }) => length > 1)).slice(0, 60);
    for (const cells of merged) expect(new Set(cells.slice(0, 5).map(hashOf)).size).toBe(1);
  });

  it.each([
    ['a zero in a sum', '302300', '301001'],
    ['a sum of zeros', '333000', '300002'],
    ['a convolution of a sum of zeros', '300433', '334430'],
  ])('are equal for cells that compute the same though their keys differ: %s', (_, a, b) => {
    expect(hashOf(cellOf(a))).toBe(hashOf(cellOf(b)));
    expect(small.canonicalKey(cellOf(a))).not.toBe(small.canonicalKey(cellOf(b)));
  });

  it('tell a convolution that is read twice from two', () => {
    const [once, twice] = [cellOf('301011'), cellOf('330011')];
    expect(small.canonicalKey(once)).toBe(small.canonicalKey(twice));
    expect(hashOf(once)).not.toBe(hashOf(twice));
  });

  it('differ for cells that compute different things', () => {
    const cells = ['333333', '333332', '133333', '313333', '331333', '000100', '000200', '000300', '000400'];
    expect(new Set(cells.map((digits) => hashOf(cellOf(digits)))).size).toBe(cells.length);
  });
});
