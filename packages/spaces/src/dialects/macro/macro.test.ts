import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';

describe('macro', () => {
  it('adds the layers that are skipped from, at the resolution of the layer that takes them', () => {
    const space = requireSpace({ arch: { dialect: 'macro', layers: 3, ops: ['conv_3x3', 'identity'], width: 4 } });
    const params = {
      'arch.layer.1.op': 'conv_3x3',
      'arch.layer.2.op': 'identity',
      'arch.layer.2.skip.1': false,
      'arch.layer.3.op': 'conv_3x3',
      'arch.layer.3.skip.1': true,
      'arch.layer.3.skip.2': true,
    };
    expect(space.validate(params)).toEqual([]);
    const nodes = space.decode(params, { inputShape: [16, 16, 1], classes: 10 }).arch?.nodes ?? [];
    const lines = nodes.map(({ id, block, inputs, attributes }) => {
      return `${id} = ${block}(${inputs.join(', ')}) ${attributes.stride ?? ''}`.trim();
    });
    expect(lines).toEqual([
      'input = input()',
      'stem = conv(input) 1',
      'layer-1-conv_3x3 = conv(stem)',
      'layer-1-sum = add(layer-1-conv_3x3)',
      'layer-1 = batch-norm(layer-1-sum)',
      'halve-1 = factorized-reduce(layer-1)',
      'layer-2-identity = identity(halve-1)',
      'layer-2-sum = add(layer-2-identity)',
      'layer-2 = batch-norm(layer-2-sum)',
      'halve-2 = factorized-reduce(layer-2)',
      'layer-3-conv_3x3 = conv(halve-2)',
      'layer-3-skip-1 = avg-pool(layer-1) 4',
      'layer-3-skip-2 = avg-pool(layer-2) 2',
      'layer-3-sum = add(layer-3-conv_3x3, layer-3-skip-1, layer-3-skip-2)',
      'layer-3 = batch-norm(layer-3-sum)',
      'pool = global-average-pool(layer-3)',
      'logits = dense(pool)',
    ]);
  });

  it('has a skip for each pair of layers: 6^12 · 2^66 networks with ENAS’ settings', () => {
    const { parameters } = requireSpace({ arch: { dialect: 'macro', layers: 12 } });
    expect(parameters.filter(({ name }) => name.endsWith('op'))).toHaveLength(12);
    expect(parameters.filter(({ name }) => name.includes('skip'))).toHaveLength(66);
  });
});
