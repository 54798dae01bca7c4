import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hypervolume } from './hypervolume.js';
import { lossesOf } from './losses.js';
import { nonDominatedRanks } from './non-dominated-ranks.js';

interface GoldenCase {
  readonly points: readonly (readonly number[])[];
  readonly ref: readonly number[];
  readonly hv: number;
  readonly rank: readonly number[];
}
const cases = JSON.parse(
  readFileSync(new URL('testdata/golden-pareto.json', import.meta.url), 'utf8'),
) as readonly GoldenCase[];

describe.each(cases)('the golden set with reference $ref', ({ points, ref, hv, rank }) => {
  const losses = lossesOf(points, ref.length);

  it('has the hypervolume', () => expect(Math.abs(hypervolume(losses, ref) / hv - 1)).toBeLessThan(1e-12));

  it('has the ranks', () => expect([...nonDominatedRanks(losses)]).toEqual(rank));
});

it('has golden sets', () => expect(cases.map(({ ref }) => ref.length)).toEqual([2, 3, 4]));
