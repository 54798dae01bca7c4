import { expect, it } from '@jest/globals';
import { type RelatedTrial, winnerLineage } from './winner-lineage.js';

const trial = (number: number, change: Partial<RelatedTrial> = {}): RelatedTrial => ({
  number,
  mode: null,
  parent: null,
  builtOn: [],
  why: null,
  params: { 'hp.lr': 0.1, 'arch.depth': 2 },
  values: [number / 10],
  ...change,
});

it('follows a trial back by what it comes from, else by what it owes most, with what each step changed', () => {
  const trials = [
    trial(0, { why: { by: 'random' } }),
    trial(1, { why: { stage: 'network' } }),
    trial(2, { builtOn: [1, 0], why: { stage: 'training', by: 'tpe' }, params: { 'hp.lr': 0.2, 'hp.momentum': 0.9 } }),
    trial(3, { builtOn: [0], parent: 2, mode: 'known', params: { 'hp.lr': 0.2, 'hp.momentum': 0.9 }, values: null }),
  ];
  expect(winnerLineage(trials, 3)).toEqual([
    { number: 1, stage: 'network', values: [0.1], changed: [] },
    { number: 2, stage: 'training', values: [0.2], changed: ['hp.lr', 'hp.momentum', 'arch.depth'] },
    { number: 3, stage: 'known', values: null, changed: [] },
  ]);
  expect(winnerLineage(trials, 0)).toEqual([{ number: 0, stage: 'random', values: [0], changed: [] }]);
  expect(winnerLineage(trials, 9)).toEqual([]);
  expect(winnerLineage([trial(4, { parent: 4 })], 4)).toHaveLength(1);
});
