import { describe, expect, it } from '@jest/globals';
import { historyVariables, isShown, parseViewState, viewQueryString, windowVariables } from './view-state.js';

const parse = (text: string) => {
  const query = new URLSearchParams(text);
  return parseViewState((name) => query.get(name));
};

describe('the state in the URL', () => {
  it.each([
    '',
    '?trials=3,17&state=complete,pruned&sort=param.ASC.hp.lr&metric=val_loss',
    '?sort=value.DESC',
    '?kind=search,repeat&between=120-340&steps=3-10',
    '?front=only&axes=params,val_accuracy',
  ])('reads %p back as it wrote it', (text) => expect(viewQueryString(parse(text))).toBe(text));

  it('leaves out what it does not know', () => {
    expect(
      parse(
        '?trials=x,-1,2&state=gone,failed&kind=gone,final&sort=param.ASC&between=9-3&steps=-2-1.5&front=yes&axes=params',
      ),
    ).toEqual({
      selected: [2],
      states: ['failed'],
      kinds: ['final'],
      between: null,
      front: false,
      sort: { field: 'number', order: 'DESC' },
      metric: null,
      steps: null,
      axes: null,
    });
  });

  it('asks the server to filter and sort', () => {
    expect(windowVariables('e', parse('?state=running&kind=search&sort=metric.ASC.params&between=2-9'))).toMatchObject({
      filter: { stateIn: ['running'], kindIn: ['search'], number: { min: 2, max: 9 } },
      sort: { field: 'metric', order: 'ASC', key: 'params' },
    });
  });

  it('asks the charts for the same trials, and for the selected ones among them', () => {
    expect(historyVariables('e', parse('?state=complete&between=2-9&trials=7,3'))).toMatchObject({
      filter: { stateIn: ['complete'], number: { min: 2, max: 9 } },
      keep: [3, 7],
    });
  });

  it('shows trials in one of the states and within the brush', () => {
    const shown = parse('?state=complete,pruned&between=2-9');
    const states = [2, 9, 1, 10].map((number) =>
      isShown({ number, state: 'complete', mode: null, onFront: false }, shown),
    );
    expect(states).toEqual([true, true, false, false]);
    expect(isShown({ number: 5, state: 'failed', mode: null, onFront: false }, shown)).toBe(false);
    expect(isShown({ number: 5, state: 'failed', mode: null, onFront: false }, parse(''))).toBe(true);
  });

  it('shows trials of the kinds: those of the search have modes of their own, or none', () => {
    const modes = [null, 'supernet', 'final', 'repeat', 'known'];
    const of = (query: string) =>
      modes.filter((mode) => isShown({ number: 5, state: 'complete', mode, onFront: false }, parse(query)));
    expect(of('?kind=search')).toEqual([null, 'supernet']);
    expect(of('?kind=final,known')).toEqual(['final', 'known']);
    expect(of('')).toEqual(modes);
  });

  it('shows the front only, when that is asked for', () => {
    const shown = (query: string) =>
      [true, false].filter((onFront) => isShown({ number: 5, state: 'complete', mode: null, onFront }, parse(query)));
    expect(shown('?front=only')).toEqual([true]);
    expect(shown('')).toEqual([true, false]);
  });
});
