import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { TrialRowData } from './trial-row.js';
import { TrialTable, type TrialTableProps } from './trial-table.js';

// jsdom has no layout: give the scroller a size, so that the virtualizer draws rows.
beforeAll(() => {
  for (const [name, value] of [
    ['clientHeight', 480],
    ['clientWidth', 900],
    ['offsetHeight', 480],
    ['offsetWidth', 900],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
  Element.prototype.scrollTo = () => undefined;
});
afterEach(cleanup);

const row = (number: number, extra: Partial<TrialRowData> = {}): TrialRowData => ({
  id: `t${number}`,
  number,
  state: 'complete',
  mode: null,
  fidelity: null,
  parent: null,
  resumeStep: null,
  params: { 'hp.lr': 0.001 * (number + 1) },
  values: [0.8],
  onFront: false,
  violation: 0,
  metrics: { params: 1200 },
  lastStep: 4,
  endStep: 4,
  durationMs: 4200,
  createdAt: '2026-01-01T00:00:00Z',
  failure: null,
  ...extra,
});

/** Renders the table; `again` renders it with other props, as live rows do. */
function show(changes: Partial<TrialTableProps> = {}) {
  const events = { onSort: jest.fn(), onToggle: jest.fn(), onOpen: jest.fn(), onMore: jest.fn() };
  const props: TrialTableProps = {
    rows: [row(2), row(1, { state: 'running', values: null }), row(0)],
    totalCount: 3,
    objectives: [{ metric: 'val_accuracy', direction: 'maximize' }],
    metrics: ['params'],
    params: ['hp.lr'],
    maxStep: 4,
    trialHref: (number) => `/trials/${number}`,
    sort: { field: 'number', order: 'DESC' },
    selected: [1],
    hasMore: false,
    ...events,
    ...changes,
  };
  const table = (next: Partial<TrialTableProps>) => (
    <MantineProvider env="test">
      <TrialTable {...props} {...next} />
    </MantineProvider>
  );
  const { rerender } = render(table({}));
  return { ...events, again: (next: Partial<TrialTableProps>) => rerender(table(next)) };
}

/** Numbers of the trials that Tab reaches. */
const tabStops = () =>
  [...screen.getByRole('grid').querySelectorAll<HTMLElement>('tbody tr')]
    .filter((each) => each.tabIndex === 0)
    .map((each) => Number(each.dataset.trial));

function scrollTo(top: number) {
  const scroller = screen.getByRole('grid').parentElement as HTMLElement;
  scroller.scrollTop = top;
  fireEvent.scroll(scroller);
}

describe('TrialTable', () => {
  it('shows state, value, step, metrics and params of each trial', () => {
    show();
    const cells = within(screen.getByRole('row', { name: 'Trial 2' })).getAllByRole('cell');
    expect(cells.slice(1).map((cell) => cell.textContent)).toEqual([
      '#2',
      'complete',
      '0.8000',
      '4/4',
      '4.2 s',
      '1200',
      '0.003',
    ]);
    const running = screen.getByRole('row', { name: 'Trial 1' });
    expect(running.textContent).toContain('running');
    expect(running.getAttribute('aria-selected')).toBe('true');
  });

  it('marks trials on the front of several objectives, and says what the mark means', () => {
    const rows = [row(2, { onFront: true }), row(1)];
    const objectives = ['val_accuracy', 'params'].map((metric) => ({ metric, direction: 'maximize' }));
    show({ rows, objectives, metrics: [] });
    const link = screen.getByRole('link', { name: 'Open trial 2, on the Pareto front' });
    expect(link.textContent).toBe('#2◆');
    expect(screen.getByText('◆ on the Pareto front')).toBeTruthy();
    cleanup();
    show({ rows });
    expect(screen.getByRole('link', { name: 'Open trial 2' }).textContent).toBe('#2');
  });

  it('asks the server for an order, and turns the one it has', () => {
    const { onSort } = show();
    fireEvent.click(screen.getByRole('button', { name: /hp\.lr/ }));
    fireEvent.click(screen.getByRole('button', { name: /^Trial/ }));
    expect(onSort.mock.calls).toEqual([
      [{ field: 'param', key: 'hp.lr', order: 'DESC' }],
      [{ field: 'number', order: 'ASC' }],
    ]);
    expect(screen.getByRole('columnheader', { name: /^Trial/ }).getAttribute('aria-sort')).toBe('descending');
  });

  it('moves, selects and opens by keyboard, with one row in the tab order', () => {
    const { onToggle, onOpen } = show();
    const first = screen.getByRole('row', { name: 'Trial 2' });
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    const second = screen.getByRole('row', { name: 'Trial 1' });
    expect(document.activeElement).toBe(second);
    expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0]);
    fireEvent.keyDown(second, { key: ' ' });
    fireEvent.keyDown(second, { key: 'Enter' });
    expect(onToggle.mock.calls).toEqual([[1]]);
    expect(onOpen.mock.calls).toEqual([[1]]);
  });

  it('keeps acting on the focused trial when new ones push it down', () => {
    const { again, onOpen, onToggle } = show();
    const focused = screen.getByRole('row', { name: 'Trial 1' });
    act(() => focused.focus());
    again({ rows: [row(4), row(3), row(2), row(1), row(0)] });
    expect(document.activeElement).toBe(focused);
    expect(tabStops()).toEqual([1]);
    fireEvent.keyDown(focused, { key: 'Enter' });
    fireEvent.keyDown(focused, { key: ' ' });
    expect([onOpen.mock.calls, onToggle.mock.calls]).toEqual([[[1]], [[1]]]);
    fireEvent.keyDown(focused, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(screen.getByRole('row', { name: 'Trial 2' }));
  });

  it('takes the focus only at a key that moves it', () => {
    const { again } = show();
    const first = screen.getByRole('row', { name: 'Trial 2' });
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'Home' });
    const heading = screen.getByRole('button', { name: /hp\.lr/ });
    act(() => heading.focus());
    again({ rows: [row(3), row(2), row(1), row(0)] });
    expect(document.activeElement).toBe(heading);
  });

  it('is reached by Tab wherever it was scrolled to, and keeps the focus out of sight', () => {
    show({ rows: Array.from({ length: 2000 }, (_, i) => row(i)), totalCount: 2000 });
    expect(tabStops()).toEqual([0]);
    scrollTo(6000);
    expect(tabStops()).toEqual([200]);
    act(() => screen.getByRole('row', { name: 'Trial 200' }).focus());
    scrollTo(30_000);
    expect(tabStops()).toEqual([200]);
    expect(document.activeElement).toBe(screen.getByRole('row', { name: 'Trial 200' }));
    expect(screen.getByRole('row', { name: 'Trial 1000' })).toBeTruthy();
  });

  it('begins another list at its top, with the focus where it was', () => {
    const rows = Array.from({ length: 200 }, (_, i) => row(i));
    const { again } = show({ rows, list: 'by number' });
    const heading = screen.getByRole('button', { name: /hp\.lr/ });
    act(() => heading.focus());
    scrollTo(3000);
    const scroller = screen.getByRole('grid').parentElement;
    again({ rows: [...rows, row(200)], list: 'by number' });
    expect(scroller?.scrollTop).toBe(3000);
    again({ rows: rows.toReversed(), list: 'by lr' });
    expect(scroller?.scrollTop).toBe(0);
    expect(document.activeElement).toBe(heading);
  });

  it('opens a link on this page, and leaves other tabs to the browser', () => {
    const { onOpen } = show();
    const link = screen.getByRole('link', { name: 'Open trial 1' });
    expect(link.getAttribute('href')).toBe('/trials/1');
    expect(fireEvent.click(link)).toBe(false);
    expect(onOpen.mock.calls).toEqual([[1]]);
    expect(fireEvent.click(link, { ctrlKey: true })).toBe(true);
    fireEvent.click(screen.getByRole('row', { name: 'Trial 0' }));
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it('opens the trial that was pressed when the rows moved before the button was let go', () => {
    const { onOpen } = show();
    const link = screen.getByRole('link', { name: 'Open trial 1' });
    const body = screen.getByRole('grid').querySelector('tbody') as Element;
    fireEvent.mouseDown(link, { clientX: 40, clientY: 200 });
    fireEvent.click(body, { clientX: 41, clientY: 200 });
    expect(onOpen.mock.calls).toEqual([[1]]);
    fireEvent.click(body, { clientX: 41, clientY: 200 });
    fireEvent.mouseDown(link, { clientX: 40, clientY: 200 });
    fireEvent.click(body, { clientX: 300, clientY: 260 });
    expect(onOpen).toHaveBeenCalledTimes(1);
  });

  it('draws only what is in view of many rows and asks for more near their end', () => {
    const { onMore } = show({ rows: Array.from({ length: 2000 }, (_, i) => row(i)), totalCount: 9000, hasMore: true });
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('9001');
    expect(screen.getByText('2,000 of 9,000 trials loaded')).toBeTruthy();
    expect(onMore).not.toHaveBeenCalled();
    cleanup();
    const short = show({ rows: [row(0)], totalCount: 9000, hasMore: true });
    expect(short.onMore).toHaveBeenCalled();
  });

  it('hides columns and says what to do when there is nothing', () => {
    show({ rows: [], totalCount: 0, hidden: ['param:hp.lr'], empty: <p>Start the experiment</p> });
    expect(screen.queryByRole('button', { name: /hp\.lr/ })).toBeNull();
    expect(screen.getByText('Start the experiment')).toBeTruthy();
  });
});
