import type { TrialOrder, TrialRowData } from '@cambium/ui';
import { describe, expect, it } from '@jest/globals';
import { appendPage, mergeTrials, mostRows, type NextRows, type TrialRows } from './merge-trials.js';
import type { WindowState } from './view-state.js';

const trial = (number: number, extra: Partial<TrialRowData> = {}): TrialRowData => ({
  id: `t${number}`,
  number,
  state: 'complete',
  mode: null,
  fidelity: null,
  parent: null,
  resumeStep: null,
  params: {},
  values: [number / 10],
  onFront: false,
  violation: 0,
  metrics: {},
  lastStep: 1,
  endStep: 1,
  durationMs: 1,
  createdAt: '2026-01-01T00:00:00Z',
  failure: null,
  ...extra,
});
const end: NextRows = { kind: 'end' };
const page: NextRows = { kind: 'page', after: 'c' };
const rows = (numbers: number[], next: NextRows = end): TrialRows => ({ rows: numbers.map((n) => trial(n)), next });
const newest: TrialOrder = { field: 'number', order: 'DESC' };
const best: TrialOrder = { field: 'value', order: 'DESC' };
const view = (sort: TrialOrder, extra: Partial<WindowState> = {}) => ({
  sort,
  states: [],
  kinds: [],
  between: null,
  front: false,
  ...extra,
});
const numbers = (merged: TrialRows) => merged.rows.map((row) => row.number);

describe('mergeTrials', () => {
  it('puts a new trial on top of the newest', () => {
    const merged = mergeTrials(rows([2, 1], page), [trial(3, { state: 'waiting', values: null })], view(newest));
    expect(numbers(merged)).toEqual([3, 2, 1]);
    expect(merged.next).toEqual(page);
  });

  it('moves a trial that got a value to its place', () => {
    const start: TrialRows = { rows: [trial(5), trial(3), trial(9, { values: null })], next: end };
    expect(numbers(mergeTrials(start, [trial(9, { values: [0.4] })], view(best)))).toEqual([5, 9, 3]);
  });

  it('leaves what belongs after the loaded rows to the next page, also a row that was among them', () => {
    expect(numbers(mergeTrials(rows([9, 8], page), [trial(1)], view(best)))).toEqual([9, 8]);
    const moved = mergeTrials(rows([9, 8, 7], page), [trial(8, { values: [0.1] })], view(best));
    expect(numbers(moved)).toEqual([9, 7]);
  });

  it('drops what no longer matches the states, and takes nothing from outside the brush', () => {
    const start: TrialRows = { rows: [trial(1, { state: 'running' })], next: end };
    expect(numbers(mergeTrials(start, [trial(1)], view(newest, { states: ['running'] })))).toEqual([]);
    const between = view(newest, { between: { min: 0, max: 5 } });
    expect(numbers(mergeTrials(rows([1]), [trial(5), trial(6)], between))).toEqual([5, 1]);
  });

  it('has trials without the value last, whichever the direction', () => {
    for (const order of ['ASC', 'DESC'] as const) {
      const merged = mergeTrials(rows([1, 2]), [trial(3, { values: null })], view({ field: 'value', order }));
      expect(numbers(merged).at(-1)).toBe(3);
    }
  });

  it('holds a limited number of rows, whatever comes on top', () => {
    const start = rows(Array.from({ length: mostRows }, (_, i) => mostRows - i));
    const full = mergeTrials(start, [trial(mostRows + 1)], view(newest));
    expect([full.rows.length, full.rows[0]?.number, full.next]).toEqual([mostRows, mostRows + 1, { kind: 'full' }]);
    const later = mergeTrials(full, [trial(1, { lastStep: 2 })], view(newest));
    expect(later.rows.at(-1)?.number).toBe(2);
  });
});

describe('appendPage', () => {
  it('puts the next page behind, each trial once', () => {
    const both = appendPage(rows([9, 8], page), rows([8, 7]), view(newest));
    expect([numbers(both), both.next]).toEqual([[9, 8, 7], end]);
  });

  it('keeps the order where a row has moved since', () => {
    const start: TrialRows = { rows: [trial(9), trial(8, { values: [0.2] })], next: page };
    expect(numbers(appendPage(start, rows([7, 6]), view(best)))).toEqual([9, 7, 6, 8]);
  });

  it('ends where the table is full', () => {
    const start = rows(
      Array.from({ length: mostRows - 1 }, (_, i) => mostRows + 9 - i),
      page,
    );
    const full = appendPage(start, rows([2, 1], page), view(newest));
    expect([full.rows.length, full.next]).toEqual([mostRows, { kind: 'full' }]);
  });
});
