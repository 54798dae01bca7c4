import type { Parameter } from '@cambium/core';
import { createSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { changeableParameters } from './changeable-parameters.js';

const parameter = (name: string, dependsOn: readonly string[] = []): Parameter => ({
  name,
  branch: name.split('.')[0] as Parameter['branch'],
  domain: { kind: 'float', low: 0, high: 1, log: false },
  conditions: dependsOn.map((param) => ({ param, min: 0.5 })),
});

const space = createSpace([
  parameter('hp.wide'),
  parameter('hp.deep'),
  parameter('arch.units', ['hp.wide']),
  parameter('hp.last', ['hp.deep']),
  parameter('train.rate'),
  parameter('train.ratesOf'),
  parameter('aug.size', ['hp.last']),
]);

const changeable = (...keep: string[]) => [...changeableParameters(space, keep)];

describe('changeableParameters', () => {
  it('are all but the architecture’s and those on which they depend', () => {
    expect(changeable()).toEqual(['hp.deep', 'hp.last', 'train.rate', 'train.ratesOf', 'aug.size']);
  });

  it('leave out names and branches to keep, with all that they depend on', () => {
    expect(changeable('train.rate')).toEqual(['hp.deep', 'hp.last', 'train.ratesOf', 'aug.size']);
    expect(changeable('aug')).toEqual(['train.rate', 'train.ratesOf']);
    expect(changeable('aug', 'train')).toEqual([]);
  });
});
