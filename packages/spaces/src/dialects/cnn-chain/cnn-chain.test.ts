import { createRng, type ImageShape, type JsonObject, type Params } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';

function chain(settings: JsonObject = {}) {
  return requireSpace({ arch: { dialect: 'cnn-chain', ...settings } });
}

const params: Params = {
  'arch.stages': 2,
  'arch.0.blocks': 1,
  'arch.0.width': 8,
  'arch.0.block': 'conv',
  'arch.0.kernel': 3,
  'arch.0.skip': true,
  'arch.1.blocks': 2,
  'arch.1.width': 24,
  'arch.1.block': 'inverted-residual',
  'arch.1.kernel': 5,
  'arch.1.expansion': 3,
  'arch.1.skip': true,
};

const graphOf = (point: Params, inputShape: ImageShape) =>
  chain().decode(point, { inputShape, classes: 10 }).arch ?? { version: 1, nodes: [], output: '' };

describe('cnn-chain', () => {
  it('decodes to stem, stages with their skips, pooling and logits', () => {
    expect(chain().validate(params)).toEqual([]);
    const lines = graphOf(params, [28, 28, 1]).nodes.map(({ id, block, attributes, inputs }) => {
      return `${id} = ${block}(${inputs.join(', ')}) ${Object.values(attributes).join(' ')}`.trim();
    });
    expect(lines).toEqual([
      'input = input() 28,28,1',
      'stem = conv(input) 8 3 2 relu true',
      'stage-1-block-1 = conv(stem) 8 3 1 none true',
      'stage-1-block-1-add = add(stem, stage-1-block-1) relu',
      'stage-2-block-1 = inverted-residual(stage-1-block-1-add) 24 5 2 3',
      'stage-2-block-2 = inverted-residual(stage-2-block-1) 24 5 1 3',
      'stage-2-block-2-add = add(stage-2-block-1, stage-2-block-2) none',
      'pool = global-average-pool(stage-2-block-2-add)',
      'logits = dense(pool) 10 none',
    ]);
  });

  /** The side of the map before pooling, by the strides alone. */
  const lastSide = (point: Params, inputShape: ImageShape, space = chain()) =>
    (space.decode(point, { inputShape, classes: 10 }).arch?.nodes ?? []).reduce(
      (side, { attributes }) => Math.ceil(side / Number(attributes.stride ?? 1)),
      Math.min(inputShape[0], inputShape[1]),
    );

  it('halves large inputs in the stem and never shrinks below 2×2', () => {
    expect(lastSide(params, [28, 28, 1])).toBe(7);
    expect(lastSide(params, [8, 8, 1])).toBe(4);
    expect(lastSide(params, [224, 224, 3])).toBe(14);
    const deep = chain({ minStages: 6, maxStages: 6 });
    for (let seed = 0; seed < 20; seed++) {
      const point = deep.sample(createRng(seed));
      for (const shape of [
        [8, 8, 1],
        [28, 28, 1],
        [3, 9, 1],
        [2, 2, 1],
      ] as const) {
        expect(lastSide(point, shape, deep)).toBe(2);
      }
      expect(lastSide(point, [1, 1, 1], deep)).toBe(1);
    }
  });

  it('gives one key to params whose skip has nothing to skip', () => {
    const single = { ...params, 'arch.1.blocks': 1 };
    expect(chain().canonicalKey({ ...single, 'arch.1.skip': true })).toBe(
      chain().canonicalKey({ ...single, 'arch.1.skip': false }),
    );
    expect(chain().canonicalKey(params)).not.toBe(chain().canonicalKey({ ...params, 'arch.1.skip': false }));
  });

  it('leaves out of the search what its settings fix', () => {
    const names = (settings: JsonObject) => chain(settings).parameters.map(({ name }) => name);
    expect(names({ maxStages: 1, blockTypes: ['conv'], skip: 'never' })).toEqual([
      'arch.0.blocks',
      'arch.0.width',
      'arch.0.kernel',
    ]);
    expect(names({ minStages: 2, maxStages: 2, blocks: [1] })).not.toContain('arch.1.skip');
    expect(names({ minStages: 2, maxStages: 2, blocks: [2] })).toContain('arch.1.skip');
  });
});
