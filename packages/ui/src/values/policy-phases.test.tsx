import { expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { PolicyPhases } from './policy-phases.js';

const rotate = { op: 'rotate', does: 'rotates by 9° either way', rate: 0.4, magnitude: 0.3 };
const flip = { op: 'flip', does: 'mirrors left and right', rate: 1.5, magnitude: 0 };

it('says how often each op is applied, and what it does', () => {
  render(<PolicyPhases phases={[{ from: 0, ops: [flip, rotate] }]} chosen={null} onChoose={() => undefined} />, {
    wrapper: MantineProvider,
  });
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toEqual([
    'OpOf imagesOn average',
    'flip1.5 timesmirrors left and right',
    'rotate40 %rotates by 9° either way',
  ]);
});

it('has a column for each part of the training, and an op that is chosen by a click', () => {
  const onChoose = jest.fn();
  const phases = [
    { from: 0, ops: [rotate] },
    { from: 0.5, ops: [flip] },
  ];
  render(<PolicyPhases phases={phases} chosen="rotate" onChoose={onChoose} />, { wrapper: MantineProvider });
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toEqual(['Opfrom 0 %from 50 %', 'rotate40 %–', 'flip–1.5 times']);
  fireEvent.click(screen.getByRole('button', { name: 'flip' }));
  fireEvent.click(screen.getByRole('button', { name: 'rotate' }));
  expect(onChoose.mock.calls).toEqual([['flip'], [null]]);
});
