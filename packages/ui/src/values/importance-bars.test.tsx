import { expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { ImportanceBars } from './importance-bars.js';

const bars = Array.from({ length: 12 }, (_, i) => ({ name: `p${i}`, share: i === 0 ? 0.45 : 0.05, clear: i < 3 }));

it('shows the most important first, says which may be chance, and the others at a click', () => {
  render(<ImportanceBars title="Parameters" bars={bars} />, { wrapper: MantineProvider });
  const texts = () => screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(texts().slice(0, 4)).toEqual(['p045 %', 'p15 %', 'p25 %', 'p3≈ 5 %']);
  expect(texts()).toHaveLength(8);
  fireEvent.click(screen.getByRole('button', { name: '4 more' }));
  expect(texts()).toHaveLength(12);
});
