import { afterEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import { JsonView } from './json-view.js';

afterEach(cleanup);

function show(value: unknown) {
  render(
    <MantineProvider env="test">
      <div data-testid="view">
        <JsonView
          value={value}
          label="Why"
          hrefOf={(key, number) => (key === 'parents' ? `/trials/${number}` : null)}
        />
      </div>
    </MantineProvider>,
  );
  return screen.getByTestId('view');
}

/** What stands beside a name. */
const factOf = (name: string) => screen.getByText(name).nextElementSibling as HTMLElement;

describe('JsonView', () => {
  it.each([
    ['gp', 'gp'],
    [0.123456789, '0.1235'],
    [1.5e-7, '1.5e-7'],
    [null, '–'],
    [true, 'true'],
    [[], 'none'],
    [{}, 'none'],
    [[1, 'a', 0.33333333], '1, a, 0.3333'],
  ])('writes %j as %s', (value, text) => expect(show(value).textContent).toBe(text));

  it('names values in words, with all digits at hand', () => {
    show({ by: 'gp', acquisitionValue: 0.123456789, 'hp.lr': 0.00123456 });
    expect(factOf('acquisition value').textContent).toBe('0.1235');
    expect(factOf('acquisition value').title).toBe('0.123456789');
    expect(factOf('hp.lr').textContent).toBe('0.001235');
  });

  it('indents objects in objects, however deep', () => {
    show({ model: { kernel: { lengthScales: [0.1, 2] } } });
    expect(
      within(within(factOf('model')).getByText('kernel').nextElementSibling as HTMLElement).getByText('0.1, 2'),
    ).toBeTruthy();
  });

  it('has objects of the same keys in a table that scrolls', () => {
    show({
      rungs: [
        { step: 1, best: 0.5 },
        { step: 3, best: 0.61234567, place: 2 },
      ],
    });
    const table = within(screen.getByRole('region', { name: 'Why: rungs' })).getByRole('table');
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((each) => each.textContent),
    ).toEqual(['step', 'best', 'place']);
    expect(
      within(table)
        .getAllByRole('cell')
        .map((each) => each.textContent),
    ).toEqual(['1', '0.5', '–', '3', '0.6123', '2']);
  });

  it('numbers what has no other name', () => {
    show([{ a: 'one' }, { b: { c: 'two' } }, 'last']);
    expect(factOf('3').textContent).toBe('last');
    expect(within(factOf('2')).getByText('c')).toBeTruthy();
  });

  it('shows the beginning of a long list, and all of it when asked', () => {
    const view = show({ weights: Array.from({ length: 40 }, (_, i) => i) });
    const list = within(view).getByRole('group');
    expect(list.querySelector('summary')?.textContent).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 … all 40');
    expect(list.textContent).toContain('38, 39');
  });

  it('links to the trials that it names, in lists and tables too', () => {
    show({ parents: [3, 17], of: 5, pairs: [{ parents: 4, at: 4 }] });
    expect(screen.getAllByRole('link').map((each) => [each.textContent, each.getAttribute('href')])).toEqual([
      ['#3', '/trials/3'],
      ['#17', '/trials/17'],
      ['#4', '/trials/4'],
    ]);
  });
});
