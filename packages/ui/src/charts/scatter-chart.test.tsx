import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { ScatterChart, type ScatterChartProps } from './scatter-chart.js';

afterEach(cleanup);

const show = (changes: Partial<ScatterChartProps> = {}) =>
  render(
    <MantineProvider env="test">
      <ScatterChart
        title="Shared against own"
        points={[
          { number: 7, x: 0.4, y: 0.9 },
          { number: 3, x: 0.2, y: 0.5 },
        ]}
        noun="network"
        x={{ label: 'shared', unit: 'share' }}
        y={{ label: 'own' }}
        trialHref={(number) => `/trials/${number}`}
        onOpen={jest.fn()}
        empty={<p>Train three networks</p>}
        {...changes}
      />
    </MantineProvider>,
  );

describe('ScatterChart', () => {
  it('says what is against what', () => {
    show();
    const plot = screen.getByRole('img', { name: /^Shared against own\. own by shared \(share\)/ });
    expect(plot.getAttribute('data-points')).toBe('2');
  });

  it('has its points as a table of links', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /Table\s+view of Shared against own/ }));
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Trial', 'shared (share)', 'own'],
      ['#3', '0.2000', '0.5000'],
      ['#7', '0.4000', '0.9000'],
    ]);
    expect(screen.getByRole('link', { name: '#7' }).getAttribute('href')).toBe('/trials/7');
  });

  it('says what to do when there is nothing', () => {
    show({ points: [] });
    expect(screen.getByText('Train three networks')).toBeTruthy();
  });
});
