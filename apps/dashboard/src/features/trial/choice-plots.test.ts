import { describe, expect, it } from '@jest/globals';
import { choicePlots } from './choice-plots.js';

const parameters = [
  { name: 'hp.lr', branch: 'hp', domain: { kind: 'float', low: 0, high: 1 } },
  { name: 'arch.a', branch: 'arch', domain: { kind: 'choice', choices: ['skip', 'conv'] } },
  { name: 'arch.b', branch: 'arch', domain: { kind: 'choice', choices: ['pool', 'skip'] } },
  { name: 'arch.size', branch: 'arch', domain: { kind: 'choice', choices: [3, 5] } },
];
const reports = [
  { step: 1, metrics: { 'w.arch.a.skip': 0.5, 'w.arch.a.conv': 0.5, 'w.arch.b.pool': 0.6, 'w.arch.b.skip': 0.25 } },
  { step: 2, metrics: { 'w.arch.a.skip': 0.75, 'w.arch.a.conv': 0.25, 'w.arch.b.pool': 0.5, loss: 2 } },
];
const drawn = (given: typeof reports | [], metric = 'w') =>
  choicePlots(given, { metric, parameters }).map(({ title, series }) => [
    title,
    Object.fromEntries(series.map(({ label, y }) => [label, y])),
  ]);

describe('choicePlots', () => {
  it('has a line for each value of each choice that is reported, and their means first', () => {
    expect(drawn(reports)).toEqual([
      ['Mean of all 2', { skip: [0.375, null], conv: [0.5, 0.25], pool: [0.6, 0.5] }],
      ['a', { skip: [0.5, 0.75], conv: [0.5, 0.25] }],
      ['b', { skip: [0.25, null], pool: [0.6, 0.5] }],
    ]);
  });

  it('names one that stands alone by its branch', () => {
    const alone = [{ step: 1, metrics: { 'w.arch.b.pool': 0.5, 'w.arch.b.skip': 0.25 } }];
    expect(choicePlots(alone, { metric: 'w', parameters }).map(({ title }) => title)).toEqual(['arch']);
  });

  it('gives a value the same colour in every plot', () => {
    const plots = choicePlots(reports, { metric: 'w', parameters });
    const colors = plots.flatMap(({ series }) => series.filter(({ id }) => id === 'skip').map(({ color }) => color));
    expect(colors).toHaveLength(3);
    expect(new Set(colors).size).toBe(1);
    expect(new Set(plots[0]?.series.map(({ color }) => color)).size).toBe(3);
  });

  it('is empty where nothing of the kind is reported', () => {
    expect(drawn([])).toEqual([]);
    expect(drawn(reports, 'v')).toEqual([]);
  });
});
