import { describe, expect, it } from '@jest/globals';
import { type CostChartOptions, costChart, distinctNames } from './cost-series.js';

const goal = { metric: 'loss', direction: 'minimize', unit: 'nat' } as const;
const options: CostChartOptions = { by: 'seconds', goal, equalSeconds: null };
const line = (id: string, seconds: readonly number[], best: readonly (number | null)[]) => ({
  id,
  label: id,
  costHistory: {
    seconds,
    trials: seconds.map((_, i) => Math.min(i + 1, 3)),
    best,
    bestSteps: best.map(() => 1),
    number: best.map((_, i) => i),
  },
});

describe('costChart', () => {
  it('draws steps from the first value on, in the colour of the place, and none where there is no value', () => {
    const lines = [line('a', [2], [null]), line('b', [1, 3, 4], [null, 0.5, 0.4])];
    const { x, y, series } = costChart(lines, options);
    expect(series.map(({ id, mark, color }) => [id, mark, color])).toEqual([['b', 'steps', '--cambium-series-1']]);
    expect([series[0]?.x, series[0]?.y]).toEqual([
      [3, 4],
      [0.5, 0.4],
    ]);
    expect(x).toEqual({ label: 'Device time', unit: 's', continuous: true });
    expect(y).toEqual({ label: 'loss, lower is better', unit: 'nat' });
  });

  it('reads time in minutes or hours where it is long', () => {
    const unit = (longest: number) => {
      const { x, series } = costChart([line('a', [longest], [1])], options);
      return [x.unit, series[0]?.x[0]];
    };
    expect([unit(120), unit(600), unit(36_000)]).toEqual([
      ['s', 120],
      ['min', 10],
      ['h', 10],
    ]);
  });

  it('marks the equal cost across all values, by device time only', () => {
    const lines = [line('a', [60, 300], [5, 2]), line('b', [120], [9])];
    const [guide] = costChart(lines, { ...options, equalSeconds: 120 }).series;
    expect(guide).toMatchObject({ guide: true, x: [2, 2], y: [2, 9] });
    const byTrials = costChart(lines, { ...options, by: 'trials', equalSeconds: 120 });
    expect(byTrials.series.map(({ id, x }) => [id, x])).toEqual([
      ['a', [1, 2]],
      ['b', [1]],
    ]);
    expect(byTrials.x).toEqual({ label: 'Trials' });
  });

  it('has one point where several rows are at the same place: the last', () => {
    const { series } = costChart([line('a', [1, 2, 3, 4], [9, 8, 7, 6])], { ...options, by: 'trials' });
    expect([series[0]?.x, series[0]?.y]).toEqual([
      [1, 2, 3],
      [9, 8, 6],
    ]);
  });

  it('is logarithmic where values above 0 are far apart', () => {
    const isLog = (...best: readonly number[]) => costChart([line('a', [1, 2], best)], options).y.log ?? false;
    expect([isLog(500, 1), isLog(50, 1), isLog(500, 0), isLog(500, -1)]).toEqual([true, false, false, false]);
  });
});

it('equal names are told apart', () => {
  expect(distinctNames(['a', 'b', 'a', 'a'])).toEqual(['a', 'b', 'a (2)', 'a (3)']);
});
