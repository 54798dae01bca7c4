import { describe, expect, it } from '@jest/globals';
import { parseViewState, viewQueryString, windowVariables } from './view-state.js';

const parse = (text: string) => {
  const query = new URLSearchParams(text);
  return parseViewState((name) => query.get(name));
};

describe('the state in the URL', () => {
  it.each(['', '?trials=3,17&state=complete,pruned&sort=param.ASC.hp.lr&metric=val_loss', '?sort=value.DESC'])(
    'reads %p back as it wrote it',
    (text) => expect(viewQueryString(parse(text))).toBe(text),
  );

  it('leaves out what it does not know', () => {
    expect(parse('?trials=x,-1,2&state=gone,failed&sort=param.ASC')).toEqual({
      selected: [2],
      states: ['failed'],
      sort: { field: 'number', order: 'DESC' },
      metric: null,
    });
  });

  it('asks the server to filter and sort', () => {
    expect(windowVariables('e', parse('?state=running&sort=metric.ASC.params'))).toMatchObject({
      filter: { stateIn: ['running'] },
      sort: { field: 'metric', order: 'ASC', key: 'params' },
    });
  });
});
