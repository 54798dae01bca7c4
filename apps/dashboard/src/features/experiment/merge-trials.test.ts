import type { TrialOrder, TrialRowData } from '@cambium/ui';
import { describe, expect, it } from '@jest/globals';
import { mergeTrials, type TrialRows } from './merge-trials.js';

const trial = (number: number, extra: Partial<TrialRowData> = {}): TrialRowData => ({
  id: `t${number}`,
  number,
  state: 'complete',
  mode: null,
  parent: null,
  params: {},
  values: [number / 10],
  metrics: {},
  lastStep: 1,
  durationMs: 1,
  createdAt: '2026-01-01T00:00:00Z',
  failure: null,
  ...extra,
});
const rows = (numbers: number[], after: string | null = null): TrialRows => ({
  rows: numbers.map((n) => trial(n)),
  totalCount: after === null ? numbers.length : 100,
  after,
});
const view = (sort: TrialOrder, states: TrialRowData['state'][] = []) => ({ sort, states });
const newest: TrialOrder = { field: 'number', order: 'DESC' };

describe('mergeTrials', () => {
  it('puts a new trial on top of the newest', () => {
    const merged = mergeTrials(rows([2, 1], 'c'), [trial(3, { state: 'waiting', values: null })], view(newest));
    expect(merged.rows.map((r) => r.number)).toEqual([3, 2, 1]);
    expect(merged).toMatchObject({ totalCount: 101, after: 'c' });
  });

  it('moves a trial that got a value to its place, without counting it twice', () => {
    const best: TrialOrder = { field: 'value', order: 'DESC' };
    const start: TrialRows = { rows: [trial(5), trial(3), trial(9, { values: null })], totalCount: 3, after: null };
    const merged = mergeTrials(start, [trial(9, { values: [0.4] })], view(best));
    expect(merged.rows.map((r) => r.number)).toEqual([5, 9, 3]);
    expect(merged.totalCount).toBe(3);
  });

  it('leaves what belongs after the loaded rows to the next page', () => {
    const best: TrialOrder = { field: 'value', order: 'DESC' };
    const merged = mergeTrials(rows([9, 8], 'c'), [trial(1)], view(best));
    expect(merged.rows.map((r) => r.number)).toEqual([9, 8]);
  });

  it('drops what no longer matches the filter', () => {
    const start: TrialRows = { rows: [trial(1, { state: 'running' })], totalCount: 1, after: null };
    expect(mergeTrials(start, [trial(1)], view(newest, ['running']))).toEqual({ rows: [], totalCount: 0, after: null });
  });

  it('has trials without the value last, whichever the direction', () => {
    for (const order of ['ASC', 'DESC'] as const) {
      const merged = mergeTrials(rows([1, 2]), [trial(3, { values: null })], view({ field: 'value', order }));
      expect(merged.rows.at(-1)?.number).toBe(3);
    }
  });
});
