import type { JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';

const context = { inputShape: [28, 28, 1], classes: 10 } as const;
const spaceOf = (settings: JsonObject) => requireSpace({ arch: { dialect: 'mobile-blocks', ...settings } });

describe('mobile-blocks', () => {
  it('builds whole stages of like blocks with their residual connections', () => {
    const params = {
      'arch.0.depth': 1,
      'arch.0.kernel': 5,
      'arch.0.expansion': 3,
      'arch.0.squeezeExcite': 0.25,
      'arch.1.depth': 2,
      'arch.1.kernel': 3,
      'arch.1.expansion': 6,
      'arch.1.squeezeExcite': 0,
    };
    const space = spaceOf({ stages: 2 });
    expect(space.validate(params)).toEqual([]);
    const lines = space.decode(params, context).arch?.nodes.map(({ id, block, inputs, attributes }) => {
      return `${id} = ${block}(${inputs.join(', ')}) ${Object.values(attributes).join(' ')}`.trim();
    });
    expect(lines).toEqual([
      'input = input() 28,28,1',
      'stem = conv(input) 16 3 2 relu',
      'stage-1-block-1-k5-e3-se0.25 = inverted-residual(stem) 16 1 5 3 0.25 relu',
      'stage-1-block-1 = add(stem, stage-1-block-1-k5-e3-se0.25)',
      'stage-2-block-1-k3-e6 = inverted-residual(stage-1-block-1) 24 2 3 6 0 relu',
      'stage-2-block-1 = add(stage-2-block-1-k3-e6)',
      'stage-2-block-2-k3-e6 = inverted-residual(stage-2-block-1) 24 1 3 6 0 relu',
      'stage-2-block-2 = add(stage-2-block-1, stage-2-block-2-k3-e6)',
      'pool = global-average-pool(stage-2-block-2)',
      'logits = dense(pool) 10 none',
    ]);
  });

  it('has a supergraph block by block with one width, and none otherwise', () => {
    expect(spaceOf({ choose: 'block' }).supergraph(context)).toBeDefined();
    expect(spaceOf({ choose: 'block', widths: [8, 16] }).supergraph(context)).toBeUndefined();
    expect(spaceOf({ choose: 'stage' }).supergraph(context)).toBeUndefined();
  });

  it('may leave out blocks beyond the smallest depth, and does not care which of them', () => {
    const space = spaceOf({ choose: 'block', stages: 1, depths: [1, 3] });
    const choices = space.parameters.map(({ domain }) => ('choices' in domain ? domain.choices : []));
    expect(choices.map((names) => names.includes('skip'))).toEqual([false, true, true]);
    const key = (first: string, second: string) =>
      space.canonicalKey({ 'arch.0.block.0': 'k3-e3', 'arch.0.block.1': first, 'arch.0.block.2': second });
    expect(key('skip', 'k5-e6')).toBe(key('k5-e6', 'skip'));
    expect(key('skip', 'k5-e6')).not.toBe(key('k3-e6', 'k5-e6'));
  });

  it('refuses residual connections that are searched block by block', () => {
    expect(() => spaceOf({ choose: 'block', residual: 'search' })).toThrow('for whole stages only');
  });
});
