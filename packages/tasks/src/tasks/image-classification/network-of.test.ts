import { costOf, validateGraph } from '@cambium/architectures';
import type { ImageContext } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { defaultArchitecture } from './default-architecture.js';
import { networkOf } from './network-of.js';

const context: ImageContext = { inputShape: [28, 28, 1], classes: 10 };

describe('networkOf', () => {
  it.each<ImageContext>([context, { inputShape: [8, 8, 1], classes: 3 }, { inputShape: [1, 40, 3], classes: 100 }])(
    'has a valid default for %j',
    (context) => {
      const graph = networkOf({}, context, {});
      expect(validateGraph(graph)).toEqual([]);
      expect(costOf(graph).nodes.at(-1)?.shape).toEqual([context.classes]);
    },
  );

  it('has a small default', () => {
    expect(costOf(defaultArchitecture(context)).params).toBe(9 * 16 + 32 + 4608 + 64 + 18432 + 128 + 650);
  });

  it('puts dropout before the last dense layer, at no cost', () => {
    const graph = networkOf({}, context, { dropout: 0.3 });
    expect(validateGraph(graph)).toEqual([]);
    expect(graph.nodes.slice(-2)).toMatchObject([
      { block: 'dropout', attributes: { rate: 0.3 }, inputs: ['pool'] },
      { id: 'logits', inputs: ['logits-dropout'] },
    ]);
    expect(costOf(graph).params).toBe(costOf(defaultArchitecture(context)).params);
  });

  it('changes the rate of a dropout that already stands there', () => {
    const arch = networkOf({}, context, { dropout: 0.3 });
    const changed = networkOf({ arch }, context, { dropout: 0 });
    expect(changed.nodes).toHaveLength(arch.nodes.length);
    expect(changed.nodes.at(-2)).toMatchObject({ block: 'dropout', attributes: { rate: 0 } });
  });

  it('takes the design’s own architecture as it is where no dropout is asked for', () => {
    const arch = defaultArchitecture({ inputShape: [5, 5, 1], classes: 2 });
    expect(networkOf({ arch }, context, {})).toEqual(arch);
    expect(networkOf({ arch }, context, { dropout: 0 })).toEqual(arch);
  });
});
