import { afterEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import { ArchitectureDiff } from './architecture-diff.js';
import type { GraphDiff, GraphNode } from './graph-types.js';

afterEach(cleanup);

const node = (id: string, extra: Partial<GraphNode> = {}): GraphNode => ({
  id,
  block: 'conv',
  attributes: { kernel: 3, filters: 8 },
  inputs: ['a', 'z'],
  group: null,
  shape: [8, 8, 8],
  params: 100,
  flops: 6400,
  ...extra,
});
const same: GraphDiff = {
  from: { params: 500, flops: 9 },
  to: { params: 500, flops: 9 },
  removed: [],
  added: [],
  changed: [],
};
const show = (diff: Partial<GraphDiff>) =>
  render(
    <MantineProvider env="test">
      <ArchitectureDiff diff={{ ...same, ...diff }} />
    </MantineProvider>,
  );

describe('ArchitectureDiff', () => {
  it('says what differs of each node and what that costs', () => {
    const wider = node('b', { inputs: ['c', 'z'], params: 260, flops: 16_000 });
    show({
      to: { params: 580, flops: 9 },
      changed: [
        {
          from: node('b'),
          to: wider,
          values: [
            { name: 'kernel', from: 3, to: 5 },
            { name: 'bias', to: true },
          ],
          removedInputs: ['a'],
          addedInputs: ['c'],
        },
        {
          from: node('left'),
          to: node('l'),
          values: [{ name: 'kernel', from: 3, to: 5 }],
          removedInputs: [],
          addedInputs: [],
        },
      ],
      removed: [node('old', { block: 'skip', attributes: {}, params: 0, flops: 0 })],
      added: [node('new')],
    });
    expect(
      screen.getByText('1 added, 1 removed, 2 changed · 500 → 580 (+80) parameters · 9 → 9 (±0) FLOPs'),
    ).toBeTruthy();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['~ changed', 'b', 'conv', 'kernel 3 → 5 · bias – → true · inputs a → c', '+160', '+9600'],
      ['~ changed', 'left → l', 'conv', 'kernel 3 → 5', '±0', '±0'],
      ['− removed', 'old', 'skip', '', '±0', '±0'],
      ['+ added', 'new', 'conv', '3×3 · 8 filters', '+100', '+6400'],
    ]);
  });

  it('says so where nothing differs', () => {
    show({});
    expect(screen.getByText('The two architectures are the same')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
