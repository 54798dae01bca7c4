import { expect, it } from '@jest/globals';
import { logTicks } from './log-ticks.js';

it('gives round numbers within the range, fewer of each power of ten where there are more powers', () => {
  expect(logTicks(150, 800)).toEqual([150, 200, 300, 500, 700]);
  expect(logTicks(834, 17_000)).toEqual([1000, 2000, 5000, 10_000]);
  expect(logTicks(0.002, 90)).toEqual([0.01, 0.1, 1, 10]);
  expect(logTicks(1030, 1090)).toEqual([1030, 1040, 1050, 1060, 1070, 1080, 1090]);
  expect(logTicks(0.25, 0.4)).toEqual([0.3, 0.4]);
});
