import type { JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { compileSpace } from '../../compile-space.js';
import { requireSpace } from '../../require-space.js';

const context = { inputShape: [28, 28, 1], classes: 10 } as const;
const spaceOf = (settings: JsonObject) => requireSpace({ arch: { dialect: 'blocks', ...settings } });

function choicesOf(settings: JsonObject): Record<string, readonly unknown[]> {
  const { parameters } = spaceOf(settings);
  return Object.fromEntries(parameters.map(({ name, domain }) => [name, 'choices' in domain ? domain.choices : []]));
}

/** `path code: message` of every issue of one stage's candidates. */
function issuesOf(...stages: JsonObject[]): string[] {
  const result = compileSpace({ arch: { dialect: 'blocks', stages } });
  if (result.kind === 'compiled') return [];
  return result.issues.map(({ path, code, message }) => `${path.join('.')} ${code}: ${message}`);
}

describe('blocks', () => {
  it('makes a candidate of each combination of listed attributes', () => {
    const candidates = [
      { block: 'inverted-residual', kernel: [3, 5], expansion: [3, 6], squeezeExcite: 0.25 },
      { block: 'conv', activation: ['relu', 'swish'], dilation: 2 },
      { block: 'max-pool' },
    ];
    expect(choicesOf({ stages: [{ candidates }] })).toEqual({
      'arch.0.block.0': [
        'inverted-residual-k3-e3-se0.25',
        'inverted-residual-k3-e6-se0.25',
        'inverted-residual-k5-e3-se0.25',
        'inverted-residual-k5-e6-se0.25',
        'conv-k3-d2',
        'conv-k3-d2-swish',
        'max-pool-s3',
      ],
    });
  });

  it('offers blocks that keep their shape where the shape stays, and nothing beyond the fewest blocks', () => {
    const stage = { candidates: [{ block: 'conv' }, { block: 'avg-pool' }], blocks: [1, 2] };
    expect(choicesOf({ stages: [stage, stage] })).toEqual({
      'arch.0.block.0': ['conv-k3', 'avg-pool-s3'],
      'arch.0.block.1': ['conv-k3', 'avg-pool-s3', 'skip'],
      'arch.1.block.1': ['conv-k3', 'avg-pool-s3', 'skip'],
    });
    expect(choicesOf({ choose: 'stage', stages: [stage, stage] })).toEqual({
      'arch.0.blocks': [1, 2],
      'arch.0.block': ['conv-k3', 'avg-pool-s3'],
      'arch.1.blocks': [1, 2],
    });
  });

  it('halves where a stage says so, and adds inputs where it has residual connections', () => {
    const conv = { candidates: [{ block: 'conv' }], widths: [4, 8] };
    const space = spaceOf({ stages: [{ ...conv, residual: true }, conv, { ...conv, halve: false }] });
    const params = { 'arch.0.width': 4, 'arch.1.width': 8, 'arch.2.width': 8 };
    const nodes = space.decode(params, context).arch?.nodes ?? [];
    const lines = nodes.map(({ id, inputs, attributes }) =>
      `${id}(${inputs.join()}) ${attributes.stride ?? ''}`.trim(),
    );
    expect(lines).toEqual([
      'input()',
      'stem(input) 2',
      'stage-1-block-1-conv-k3(stem) 1',
      'stage-1-block-1(stem,stage-1-block-1-conv-k3)',
      'stage-2-block-1-conv-k3(stage-1-block-1) 2',
      'stage-2-block-1(stage-2-block-1-conv-k3)',
      'stage-3-block-1-conv-k3(stage-2-block-1) 1',
      'stage-3-block-1(stage-3-block-1-conv-k3)',
      'pool(stage-3-block-1)',
      'logits(pool)',
    ]);
  });

  it('has a supergraph block by block with single widths', () => {
    const stages = [{ candidates: [{ block: 'conv', kernel: [3, 5] }], widths: [4] }];
    expect(Object.keys(spaceOf({ stages }).supergraph(context)?.gates ?? {})).toEqual([
      'stage-1-block-1-conv-k3',
      'stage-1-block-1-conv-k5',
    ]);
    expect(spaceOf({ stages, choose: 'stage' }).supergraph(context)).toBeUndefined();
    const wider = [{ candidates: [{ block: 'conv' }], widths: [4, 8] }];
    expect(spaceOf({ stages: wider }).supergraph(context)).toBeUndefined();
  });

  it.each<[string, JsonObject[], string]>([
    ['an unknown block', [{ candidates: [{ block: 'covn' }] }], 'did you mean "conv"?'],
    ['no block', [{ candidates: [{ kernel: 3 }] }], 'a candidate needs a block: avg-pool, conv'],
    ['an unknown attribute', [{ candidates: [{ block: 'conv', kernal: 3 }] }], 'did you mean "kernel"?'],
    ['an even kernel', [{ candidates: [{ block: 'conv', kernel: [3, 4] }] }], 'arch.stages.0.candidates.0.kernel'],
    [
      'a candidate twice',
      [{ candidates: [{ block: 'conv' }, { block: 'conv', kernel: 3 }] }],
      'conv-k3 is there twice',
    ],
    ['no candidates', [{ candidates: [] }], 'give at least one block'],
    ['no stages', [], 'the network has no stages'],
    [
      'a later stage that can not change the shape',
      [{ candidates: [{ block: 'conv' }] }, { candidates: [{ block: 'max-pool' }] }],
      'arch.stages.1.candidates bad-stage: no candidate can change the shape at the start of stage 2',
    ],
  ])('says what is wrong with %s', (_, stages, expected) => {
    expect(issuesOf(...stages).join('\n')).toContain(expected);
  });
});
