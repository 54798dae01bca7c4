import { afterEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { type DescribedOption, DescribedSelect } from './described-select.js';

afterEach(cleanup);

const options: DescribedOption[] = [
  {
    name: 'grid',
    summary: 'Every combination once.',
    group: 'Whole',
    tags: ['ends by itself'],
    problem: 'it has a condition',
  },
  { name: 'random', summary: 'Independent draws.', group: 'Whole' },
  { name: 'tpe', summary: 'Learns where good trials lie.', group: 'Whole' },
  { name: 'gp', summary: 'Learns a smooth function.', group: 'Whole' },
  { name: 'hyperband', summary: 'Brackets of rungs.', group: 'In parts' },
  { name: 'bohb', summary: 'Brackets that learn.', group: 'In parts' },
];

function Choice() {
  const [value, setValue] = useState<string | null>('tpe');
  return <DescribedSelect label="Who" options={options} value={value} onChange={setValue} />;
}

function open(): HTMLInputElement {
  render(
    <MantineProvider env="test">
      <Choice />
    </MantineProvider>,
  );
  const input = screen.getByRole('combobox', { name: 'Who' });
  fireEvent.click(input);
  return input as HTMLInputElement;
}

const shown = () => screen.getAllByRole('option').map((each) => each.textContent);

describe('DescribedSelect', () => {
  it('has the sentence of each option under its name, what does not fit last in its group and with the reason', () => {
    open();
    expect(screen.getByText('In parts')).toBeTruthy();
    expect(shown()).toEqual([
      'randomIndependent draws.',
      '✓ tpeLearns where good trials lie.',
      'gpLearns a smooth function.',
      'gridends by itselfEvery combination once.Does not fit: it has a condition.',
      'hyperbandBrackets of rungs.',
      'bohbBrackets that learn.',
    ]);
  });

  it('has the sentence of the chosen one beside it, and changes with the choice', () => {
    const input = open();
    expect(input.value).toBe('tpe');
    fireEvent.click(screen.getByRole('option', { name: /^grid/ }));
    expect(input.value).toBe('grid');
    expect(screen.getByText('Every combination once.', { selector: '[class*=description]' })).toBeTruthy();
  });

  it('finds what is typed in names and sentences', () => {
    const input = open();
    act(() => input.focus());
    fireEvent.change(input, { target: { value: 'LEARN' } });
    expect(shown().map((text) => text?.slice(0, 4))).toEqual(['✓ tp', 'gpLe', 'bohb']);
    fireEvent.change(input, { target: { value: 'nothing like that' } });
    expect(screen.queryAllByRole('option')).toEqual([]);
    expect(screen.getByText('Nothing of this name')).toBeTruthy();
  });
});
