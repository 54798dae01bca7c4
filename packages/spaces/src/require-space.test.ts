import { describe, expect, it } from '@jest/globals';
import { requireSpace } from './require-space.js';

describe('requireSpace', () => {
  it('gives the compiled space', () => {
    const space = requireSpace({ hp: { x: { type: 'int', low: 1, high: 3 } } });
    expect(space.parameters.map(({ name }) => name)).toEqual(['hp.x']);
    expect(space.decode({ 'hp.x': 2 }, { inputShape: [8, 8, 1], classes: 2 })).toEqual({ hp: { x: 2 } });
  });

  it('throws every issue with its path', () => {
    const spoiled = () =>
      requireSpace({
        hp: { x: { type: 'float', low: 2, high: 1 }, y: { type: 'categorical', choices: [] } },
        arch: { dialect: 'none' },
      });
    expect(spoiled).toThrow(RangeError);
    expect(spoiled).toThrow(/^the space is refused: (?=.*\bhp\.x\S*: )(?=.*\bhp\.y\S*: )(?=.*\barch\S*: )/);
  });

  it('gives a space of one point where nothing is searched', () => {
    const space = requireSpace({ aug: { dialect: 'trivialaugment' } });
    expect(space.parameters).toEqual([]);
    expect(space.validate({})).toEqual([]);
    expect(space.decode({}, { inputShape: [8, 8, 1], classes: 2 }).aug).toMatchObject({
      kind: 'random-subset',
      count: 1,
    });
  });
});
