import type { JsonObject, Params } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { groupOps } from '../../augmentation/op-groups.js';
import { randAugmentOps } from '../../augmentation/op-lists.js';
import { requireSpace } from '../../require-space.js';

function policies(settings: JsonObject = {}) {
  const space = requireSpace({ aug: { dialect: 'randaugment', ...settings } });
  const decode = (params: Params) => space.decode(params, { inputShape: [8, 8, 1], classes: 2 }).aug;
  return { space, decode };
}
const off = { 'aug.geometry': false, 'aug.colour': false, 'aug.tone': false };

describe('randaugment', () => {
  it('knows the 14 ops of the paper, each but identity in one group', () => {
    expect(new Set(randAugmentOps).size).toBe(14);
    expect(groupOps(randAugmentOps).flatMap(({ ops }) => ops)).toHaveLength(13);
    expect(groupOps(['mine', 'identity'])).toEqual([{ name: 'other', ops: ['mine'] }]);
  });

  it('decodes count, magnitude and the groups that are on', () => {
    const { decode } = policies();
    expect(decode({ 'aug.count': 2, 'aug.magnitude': 0.3, ...off, 'aug.tone': true })).toEqual({
      kind: 'random-subset',
      ops: ['identity', 'auto-contrast', 'equalize', 'posterize', 'solarize'],
      count: 2,
      magnitude: 0.3,
    });
  });

  it('means no augmentation by count 0 and by an empty subset, under one key', () => {
    const { space, decode } = policies();
    const nothing = { 'aug.count': 0 };
    const empty = { 'aug.count': 1, 'aug.magnitude': 0.5, ...off };
    expect(space.validate(empty)).toEqual([]);
    expect(decode(empty)).toEqual({ kind: 'sequence', steps: [] });
    expect(decode(nothing)).toEqual(decode(empty));
    expect(space.canonicalKey(nothing)).toBe(space.canonicalKey(empty));
    expect(space.canonicalKey({ ...empty, 'aug.magnitude': 0.7 })).toBe(space.canonicalKey(empty));
  });

  it('switches single ops when asked to', () => {
    const { space, decode } = policies({ subset: 'ops', ops: ['rotate', 'equalize'], counts: [1] });
    expect(space.parameters.map(({ name }) => name)).toEqual(['aug.magnitude', 'aug.op.rotate', 'aug.op.equalize']);
    expect(decode({ 'aug.magnitude': 0.2, 'aug.op.rotate': false, 'aug.op.equalize': true })).toMatchObject({
      ops: ['equalize'],
    });
  });
});
