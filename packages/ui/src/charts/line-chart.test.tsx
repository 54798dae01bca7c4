import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ChartSeries } from './chart-series.js';
import { LineChart, type LineChartProps } from './line-chart.js';
import { numberTableLimit } from './number-table.js';

afterEach(cleanup);

const curve = (points: number): ChartSeries => ({
  id: '7',
  label: 'Trial 7',
  x: Array.from({ length: points }, (_, i) => i + 1),
  y: Array.from({ length: points }, (_, i) => (i === 1 ? null : 0.5 + i / 10)),
  mark: 'line',
  color: '--cambium-series-0',
});

const chart = (series: readonly ChartSeries[], changes: Partial<LineChartProps> = {}) => (
  <MantineProvider env="test">
    <LineChart
      title="Learning curves"
      x={{ label: 'Step' }}
      y={{ label: 'loss', unit: 'nats' }}
      series={series}
      sample={{ shown: 50, total: 42_310, noun: 'trials' }}
      empty={<p>Start a trial</p>}
      {...changes}
    />
  </MantineProvider>
);
const show = (series: readonly ChartSeries[], changes?: Partial<LineChartProps>) => render(chart(series, changes));

describe('LineChart', () => {
  it('says what it shows, with axes and units, and how much of the whole', () => {
    show([curve(3)]);
    const image = screen.getByRole('img', { name: /Learning curves\. loss \(nats\) by step/ });
    expect(image.dataset.points).toBe('3');
    expect(screen.getByRole('figure', { name: 'Learning curves' })).toBeTruthy();
    expect(screen.getByText('50 of 42,310 trials')).toBeTruthy();
  });

  it('keeps its canvas when series come, change and go', () => {
    const { container, rerender } = show([curve(3)]);
    const canvas = container.querySelector('canvas');
    expect(canvas).not.toBeNull();
    rerender(
      chart([
        { ...curve(4), faint: true },
        { ...curve(2), id: '8', strong: true },
      ]),
    );
    rerender(chart([{ ...curve(2), id: '8', mark: 'points' }]));
    expect(container.querySelector('canvas')).toBe(canvas);
    expect(screen.getByRole('img').dataset.points).toBe('2');
  });

  it('says that it is zoomed in, and zooms out', () => {
    const onZoom = jest.fn();
    const { rerender } = show([curve(3)], { zoom: { min: 1, max: 2 }, onZoom });
    fireEvent.click(screen.getByRole('button', { name: /Zoom out\s+of Learning curves/ }));
    expect(onZoom.mock.calls).toEqual([[null]]);
    rerender(chart([curve(3)], { zoom: null, onZoom }));
    expect(screen.queryByRole('button', { name: /Zoom out/ })).toBeNull();
  });

  it('has all its numbers as a table, gaps marked', () => {
    show([curve(3)]);
    fireEvent.click(screen.getByRole('button', { name: /Table\s+view of Learning curves/ }));
    expect(screen.queryByRole('img')).toBeNull();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    const texts = rows.map((row) => [...row.children].map((cell) => cell.textContent));
    expect(texts).toEqual([
      ['Series', 'Step', 'loss (nats)'],
      ['Trial 7', '1', '0.5000'],
      ['Trial 7', '2', '–'],
      ['Trial 7', '3', '0.7000'],
    ]);
    fireEvent.click(screen.getByRole('button', { name: /Chart/ }));
    expect(screen.getByRole('img')).toBeTruthy();
  });

  it('leaves lines to read by out of its table', () => {
    show([curve(2), { ...curve(2), id: 'limit', label: 'limit', guide: true }]);
    expect(screen.getByText('limit')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /Table/ }));
    expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(3);
    expect(screen.queryByText('limit')).toBeNull();
  });

  it('says when its table is cut', () => {
    show([curve(numberTableLimit + 5)]);
    fireEvent.click(screen.getByRole('button', { name: /Table/ }));
    expect(screen.getByText(`The first ${numberTableLimit} of ${numberTableLimit + 5} points.`)).toBeTruthy();
  });

  it('begins its table with what is selected, which the plot draws last', () => {
    show([curve(numberTableLimit), { ...curve(2), id: '9', label: 'Trial 9', strong: true }]);
    fireEvent.click(screen.getByRole('button', { name: /Table/ }));
    const names = within(screen.getByRole('table'))
      .getAllByRole('row')
      .map((each) => each.firstElementChild?.textContent);
    expect(names.slice(1, 4)).toEqual(['Trial 9', 'Trial 9', 'Trial 7']);
  });

  it('says what to do when there is nothing', () => {
    show([{ ...curve(0) }]);
    expect(screen.getByText('Start a trial')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
