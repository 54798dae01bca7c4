import type { ExperimentRowFragment } from '@cambium/graphql';
import { describe, expect, it } from '@jest/globals';
import { appendExperiments, type LoadedExperiments, mergeExperiments } from './merge-experiments.js';

const row = (created: number, extra: Partial<ExperimentRowFragment> = {}) =>
  ({
    id: `e${created}`,
    name: `search ${created}`,
    state: 'running',
    createdAt: `2026-01-01T00:00:${String(created).padStart(2, '0')}Z`,
    lastSeq: 1,
    ...extra,
  }) as ExperimentRowFragment;
const loaded = (created: number[], after: string | null = null): LoadedExperiments => ({
  rows: created.map((each) => row(each)),
  totalCount: after === null ? created.length : 100,
  after,
  outside: new Map(),
});
const newest = { search: '', states: [], sort: { field: 'createdAt', order: 'DESC' } } as const;
const ids = ({ rows }: LoadedExperiments) => rows.map(({ id }) => id);

describe('mergeExperiments', () => {
  it('puts a new one in its place and counts it', () => {
    const merged = mergeExperiments(loaded([5, 4], 'c'), [row(6)], newest);
    expect([ids(merged), merged.totalCount]).toEqual([['e6', 'e5', 'e4'], 101]);
  });

  it('does not count one that is not loaded: it was counted before', () => {
    const merged = mergeExperiments(loaded([5, 4], 'c'), [row(1)], newest);
    expect([ids(merged), merged.totalCount]).toEqual([['e5', 'e4'], 100]);
  });

  it('says when only the server can count: the first time that one which is not loaded changes, and never again', () => {
    const first = mergeExperiments(loaded([5, 4], 'c'), [row(1)], newest);
    expect(first.outside.get('e1')).toBe(true);
    const again = mergeExperiments(first, [row(1, { lastSeq: 2 })], newest);
    expect(again.outside).toBe(first.outside);
  });

  it('counts one that is not loaded when it begins or ceases to match', () => {
    const running = { ...newest, states: ['running'] as const };
    const known = { ...loaded([5, 4], 'c'), outside: new Map([['e1', true]]) };
    const over = mergeExperiments(known, [row(1, { state: 'complete', lastSeq: 2 })], running);
    expect([over.totalCount, over.outside.get('e1')]).toEqual([99, false]);
    expect(mergeExperiments(over, [row(1, { lastSeq: 3 })], running).totalCount).toBe(100);
  });

  it('drops one that no longer matches', () => {
    const running = { ...newest, states: ['running'] as const };
    const merged = mergeExperiments(loaded([5, 4]), [row(5, { state: 'complete', lastSeq: 2 })], running);
    expect([ids(merged), merged.totalCount]).toEqual([['e4'], 1]);
  });

  it('keeps what is newer', () => {
    const start = { ...loaded([]), rows: [row(5, { lastSeq: 9, state: 'complete' })], totalCount: 1 };
    expect(mergeExperiments(start, [row(5, { lastSeq: 3 })], newest).rows[0]?.state).toBe('complete');
  });
});

it('appendExperiments puts the next page behind, each once', () => {
  const both = appendExperiments(loaded([5, 4], 'c'), { ...loaded([4, 3]), totalCount: 3 });
  expect([ids(both), both.totalCount, both.after]).toEqual([['e5', 'e4', 'e3'], 3, null]);
});
