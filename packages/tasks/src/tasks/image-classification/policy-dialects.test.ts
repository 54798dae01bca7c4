import { applyPolicy, checkPolicy, ops } from '@cambium/augment';
import { createRng, type JsonObject } from '@cambium/core';
import { compileSpace, dialects } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';

const context = { inputShape: [8, 8, 3], classes: 3 } as const;
const settings: Record<string, JsonObject> = {
  custom: { steps: [{ op: 'rotate', magnitude: { low: 0, high: 1 } }] },
  trivialaugment: { tables: ['standard', 'wide'] },
};

/** Spaces know ops by name only: this is where names meet ops. */
describe.each(dialects.entries.filter(({ branch }) => branch === 'aug').map(({ name }) => name))('%s', (name) => {
  it('writes policies that can be applied', () => {
    const result = compileSpace({ aug: { dialect: name, ...settings[name], classGroups: [[1]] } });
    if (result.kind === 'refused') throw new Error(JSON.stringify(result.issues));
    for (let seed = 0; seed < 20; seed++) {
      const { aug } = result.space.decode(result.space.sample(createRng(seed)), context);
      if (aug === undefined) throw new Error('no policy');
      expect(checkPolicy(aug)).toEqual([]);
      const images = new Uint8Array(4 * 8 * 8 * 3).fill(90);
      const labels = [0, 1, 2, 1];
      const out = applyPolicy(aug, { images, count: 4, shape: [8, 8, 3], labels, progress: 0.5 }, createRng(seed));
      expect(out.images).toHaveLength(images.length);
    }
  });
});

it('policies that differ only in strengths that ops do not have are one', () => {
  const weak = ops.entries.filter(({ ranges }) => ranges === null).map(({ name }) => name);
  for (const op of ops.names) {
    const result = compileSpace({ aug: { dialect: 'custom', steps: [{ op, magnitude: { low: 0, high: 1 } }] } });
    if (result.kind === 'refused') throw new Error(op);
    const key = (magnitude: number) => result.space.canonicalKey({ 'aug.0.magnitude': magnitude });
    expect([op, key(0.2) === key(0.8)]).toEqual([op, weak.includes(op)]);
  }
});
