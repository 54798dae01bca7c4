import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { ParetoChart, type ParetoChartProps } from './pareto-chart.js';

afterEach(cleanup);

const columns = { number: [3, 7], x: [1200, 400_000], y: [0.5, 0.9] };
const show = (changes: Partial<ParetoChartProps> = {}) =>
  render(
    <MantineProvider env="test">
      <ParetoChart
        points={{
          ...columns,
          state: ['complete', 'complete'],
          steps: [4, 4],
          candidate: [true, true],
          front: { number: [7], x: [400_000], y: [0.9] },
        }}
        x={{ metric: 'params', unit: '1', better: 'lower', isCount: true }}
        y={{ metric: 'val_accuracy', unit: '', better: 'higher' }}
        totalCount={12_000}
        maxStep={4}
        best={{ number: 7, label: 'best by val_accuracy' }}
        selected={[3]}
        trialHref={(number) => `/trials/${number}`}
        onOpen={jest.fn()}
        empty={<p>Start a trial</p>}
        {...changes}
      />
    </MantineProvider>,
  );

describe('ParetoChart', () => {
  it('says what it shows, which way is better, and how much of the whole', () => {
    show();
    expect(
      screen.getByRole('img', {
        name: /Pareto front\. val_accuracy, higher is better by params, lower is better \(logarithmic\)/,
      }),
    ).toBeTruthy();
    expect(screen.getByText('2 of 12,000 trials')).toBeTruthy();
    const legend = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(legend.map((item) => item.textContent)).toEqual([
      'best by val_accuracy',
      'selected',
      'complete',
      'on the Pareto front',
    ]);
  });

  it('has its trials as a table of links, the front first', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /Table\s+view of Pareto front/ }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Trial', 'val_accuracy, higher is better', 'params, lower is better (logarithmic)', 'What it is'],
      ['#7', '0.9000', '400k', 'on the Pareto front'],
      ['#3', '0.5000', '1200', 'complete'],
    ]);
    expect(screen.getByRole('link', { name: '#3' }).getAttribute('href')).toBe('/trials/3');
  });

  it('says what to do when there is nothing', () => {
    const nothing = { number: [], x: [], y: [] };
    show({ points: { ...nothing, state: [], steps: [], candidate: [], front: nothing } });
    expect(screen.getByText('Start a trial')).toBeTruthy();
  });
});
