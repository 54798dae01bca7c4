import { afterEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ChartSeries } from './chart-series.js';
import { SmallMultiples, type SmallPlot } from './small-multiples.js';

afterEach(cleanup);

const line = (id: string, y: readonly (number | null)[]): ChartSeries => ({
  id,
  label: id,
  x: y.map((_, i) => i + 1),
  y,
  mark: 'line',
  color: '--cambium-series-0',
});

function show(plots: readonly SmallPlot[]) {
  render(
    <MantineProvider env="test">
      <SmallMultiples
        title="Strengths"
        x={{ label: 'Step' }}
        y={{ label: 'alpha' }}
        plots={plots}
        empty={<p>None</p>}
      />
    </MantineProvider>,
  );
}
const plots = [
  { title: 'edge 1', series: [line('skip', [0.4, 0.6]), line('conv', [0.6, 0.4])] },
  { title: 'edge 2', series: [line('skip', [0.5, null])] },
];

describe('SmallMultiples', () => {
  it('names each plot, and each line once', () => {
    show(plots);
    const images = screen.getAllByRole('img').map((image) => image.getAttribute('aria-label')?.split('.')[0]);
    expect(images).toEqual(['Strengths: edge 1', 'Strengths: edge 2']);
    expect(screen.getAllByText('skip')).toHaveLength(1);
    expect(screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent)).toEqual([
      'edge 1',
      'edge 2',
    ]);
  });

  it('has the numbers of all plots in one table', () => {
    show(plots);
    fireEvent.click(screen.getByRole('button', { name: /Table/ }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent)).slice(1)).toEqual([
      ['edge 1: skip', '1', '0.4000'],
      ['edge 1: skip', '2', '0.6000'],
      ['edge 1: conv', '1', '0.6000'],
      ['edge 1: conv', '2', '0.4000'],
      ['edge 2: skip', '1', '0.5000'],
      ['edge 2: skip', '2', '–'],
    ]);
  });

  it('says that there is nothing where no plot has a number', () => {
    show([{ title: 'edge 1', series: [line('skip', [null])] }]);
    expect(screen.getByText('None')).toBeTruthy();
  });
});
