import { describe, expect, it } from '@jest/globals';
import { editObject, editSpec, parseSpec, valueAt } from './spec-text.js';

const text = `# what it is for
name: first # short
space:
  hp: { lr: { type: float, low: 0.001, high: 0.1 } }
budget: { maxTrials: 16 }
`;
const read = (yaml: string) => {
  const parsed = parseSpec(yaml);
  return parsed.kind === 'spec' ? parsed.spec : parsed.message;
};

describe('editSpec', () => {
  it('changes one value and keeps comments, order and style', () => {
    expect(editSpec(text, ['budget', 'maxTrials'], 20)).toBe(text.replace('16', '20'));
  });

  it('makes the maps on the way', () => {
    expect(read(editSpec('name: a', ['task', 'settings', 'epochs'], 3))).toEqual({
      name: 'a',
      task: { settings: { epochs: 3 } },
    });
    expect(read(editSpec('space: 3', ['space', 'arch'], { dialect: 'x' }))).toEqual({
      space: { arch: { dialect: 'x' } },
    });
  });

  it('removes', () => {
    expect(read(editSpec(text, ['space', 'hp', 'lr'], undefined))).toMatchObject({ space: { hp: {} } });
    expect(editSpec(text, ['pruner'], undefined)).toBe(text);
  });

  it.each([
    ['final', 'top'],
    ['budget', 'maxTrials', 'deep'],
    ['name', 'first'],
  ])('leaves the text alone where there is nothing to remove: %s.%s', (...path) => {
    expect(editSpec(text, path, undefined)).toBe(text);
  });

  it('makes a map where a list or a text stands in the way', () => {
    expect(read(editSpec('space: [1]', ['space', 'hp'], {}))).toEqual({ space: { hp: {} } });
    expect(read(editSpec('final: none', ['final', 'top'], 2))).toEqual({ final: { top: 2 } });
  });

  it('starts from nothing', () => expect(read(editSpec('', ['name'], 'x'))).toEqual({ name: 'x' }));
});

it('writes only the keys of an object that changed', () => {
  const before = { maxTrials: 16, maxParallel: 2 };
  expect(editObject(text, ['budget'], { before, after: { maxTrials: 16, maxParallel: 3 } })).toBe(
    text.replace('{ maxTrials: 16 }', '{ maxTrials: 16, maxParallel: 3 }'),
  );
});

it('says where text is no YAML or no specification', () => {
  expect(read('a: [1')).toMatch(/line 1/);
  expect(read('- a')).toMatch(/key: value/);
});

it('finds values by path', () => {
  expect(valueAt(read(text), ['space', 'hp', 'lr', 'low'])).toBe(0.001);
  expect(valueAt(read(text), ['space', 'arch', 'x'])).toBeUndefined();
});
