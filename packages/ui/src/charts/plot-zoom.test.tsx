import { beforeEach, describe, expect, it } from '@jest/globals';
import uPlot from 'uplot';
import { alignSeries } from './align-series.js';
import type { ChartSeries, PlotRange } from './chart-series.js';
import { plotOptions } from './plot-options.js';
import { exchangeSeries, seriesLooks } from './plot-series.js';

const style = { width: 600, height: 240, color: () => '#888', stepped: () => () => null };
const line = (id: string, points: number): ChartSeries => ({
  id,
  label: id,
  x: Array.from({ length: points }, (_, i) => i),
  y: Array.from({ length: points }, (_, i) => i),
  mark: 'line',
  color: '--cambium-series-0',
});

let zoom: PlotRange | null = null;
const asked: (PlotRange | null)[] = [];
beforeEach(() => {
  zoom = null;
  asked.length = 0;
});

/** uPlot draws at the next microtask. */
async function made(series: readonly ChartSeries[]) {
  const options = plotOptions({ x: { label: 'Trial' }, y: { label: 'loss' }, series }, style, {
    now: () => zoom,
    span: () => null,
    ask: (range) => asked.push(range),
  });
  const plot = new uPlot(options, alignSeries(series) as uPlot.AlignedData, document.body);
  await Promise.resolve();
  return plot;
}
const range = ({ scales }: uPlot) => [scales['x']?.min, scales['x']?.max];

describe('a plot that is zoomed in', () => {
  it('stays so when data and series arrive', async () => {
    const before = [line('a', 10)];
    const plot = await made(before);
    expect(range(plot)).toEqual([0, 9]);
    zoom = { min: 2, max: 4 };
    const after = [line('a', 20), line('b', 30)];
    plot.batch(() => {
      exchangeSeries(plot, { before: seriesLooks(before), series: after, style });
      plot.setData(alignSeries(after) as uPlot.AlignedData);
    });
    await Promise.resolve();
    expect(range(plot)).toEqual([2, 4]);
    expect(plot.series.map((each) => each.label).slice(1)).toEqual(['a', 'b']);
    zoom = null;
    plot.setData(plot.data);
    await Promise.resolve();
    expect(range(plot)).toEqual([0, 29]);
  });

  it('asks for the part that was dragged over, not for a click with an unsteady hand', async () => {
    const plot = await made([line('a', 101)]);
    const at = (value: number) => plot.valToPos(value, 'x');
    plot.setSelect({ left: at(20), width: at(60) - at(20), top: 0, height: 10 });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.min).toBeCloseTo(20);
    expect(asked[0]?.max).toBeCloseTo(60);
    expect(plot.select.width).toBe(0);
    plot.setSelect({ left: at(20), width: 3, top: 0, height: 10 });
    expect(asked).toHaveLength(1);
  });
});
