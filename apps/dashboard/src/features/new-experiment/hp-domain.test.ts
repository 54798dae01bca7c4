import { describe, expect, it } from '@jest/globals';
import { retype, toChoices } from './hp-domain.js';

it('reads choices as what they look like', () => {
  expect(toChoices(['32', '1e-3', 'adam', 'true', ' 5 '])).toEqual([32, 0.001, 'adam', true, 5]);
});

describe('retype', () => {
  it('keeps the range between numbers and rounds it for int', () => {
    expect(retype({ type: 'float', low: 1.2, high: 8.7, log: true }, 'int')).toEqual({
      type: 'int',
      low: 1,
      high: 9,
      log: true,
    });
  });

  it('drops log where the rounded range reaches 0', () => {
    expect(retype({ type: 'float', low: 0.001, high: 0.1, log: true }, 'int')).toEqual({
      type: 'int',
      low: 0,
      high: 1,
    });
  });

  it('makes a range of numeric choices and choices of a range, and keeps the condition', () => {
    const when = { optimizer: ['sgd'] };
    expect(retype({ type: 'categorical', choices: [64, 32, 128], when }, 'int')).toEqual({
      type: 'int',
      low: 32,
      high: 128,
      when,
    });
    expect(retype({ type: 'int', low: 1, high: 4 }, 'ordinal')).toEqual({ type: 'ordinal', choices: [1, 4] });
  });
});
