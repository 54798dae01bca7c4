import { describe, expect, it } from '@jest/globals';
import { planSplit } from './plan-split.js';

describe('planSplit', () => {
  it.each([
    [{}, 10_000, { trainSize: 8000, validationSize: 2000 }],
    [{ trainSize: 8000 }, 10_000, { trainSize: 8000, validationSize: 2000 }],
    [{ trainSize: 8000 }, 60_000, { trainSize: 8000, validationSize: 2000 }],
    [{ trainSize: 9500 }, 10_000, { trainSize: 9500, validationSize: 500 }],
    [{ validationSize: 500 }, 10_000, { trainSize: 9500, validationSize: 500 }],
    [{ trainSize: 30, validationSize: 70 }, 100, { trainSize: 30, validationSize: 70 }],
    [{}, 2, { trainSize: 1, validationSize: 1 }],
  ])('%j of %i', (settings, available, expected) => {
    expect(planSplit(settings, available)).toEqual({ kind: 'split', ...expected });
  });

  it.each([
    [{ trainSize: 10_001 }, 10_000, 'trainSize', 'there are 10000 training images'],
    [{ trainSize: 10_000 }, 10_000, 'trainSize', 'at most 9999 can train'],
    [{ trainSize: 9000, validationSize: 2000 }, 10_000, 'trainSize', '2000 of them must validate: at most 8000'],
    [{ validationSize: 10_000 }, 10_000, 'validationSize', 'at most 9999 can validate'],
    [{}, 1, 'dataset', 'at least 2 are needed'],
  ])('refuses %j of %i', (settings, available, path, message) => {
    expect(planSplit(settings, available)).toMatchObject({
      kind: 'refused',
      issues: [{ path: [path], message: expect.stringContaining(message) }],
    });
  });
});
