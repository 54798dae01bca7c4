import { describe, expect, it } from '@jest/globals';
import { costOf } from './cost-of.js';
import { smallNetwork } from './testing/small-network.js';

describe('costOf', () => {
  it('counts a network by hand', () => {
    const { nodes, ...total } = costOf(smallNetwork);
    const params = Object.fromEntries(nodes.map((node) => [node.id, node.params]));
    expect(params).toEqual({
      image: 0,
      stem: 9 * 4 + 8,
      left: 9 * 4 + 8 + 4 * 6 + 12,
      right: 4 * 8 + 16 + 9 * 8 + 16 + 8 * 6 + 12,
      shrunk: 0,
      join: 0,
      smooth: 0,
      vector: 0,
      drop: 0,
      head: 6 * 10 + 10,
    });
    const flops = 64 * 9 * 4 + 16 * (9 * 4 + 4 * 6) + 64 * (4 * 8 + 9 * 8 + 8 * 6) + 7 * 10;
    expect(total.flops).toBe(flops);
    // stem · left (depthwise, mix) · right (widen, depthwise, narrow) · shrunk, join, smooth · vector, head
    const floats = 64 * 4 + 16 * (4 + 6) + 64 * (8 + 8 + 6) + 3 * 16 * 6 + 6 + 10;
    expect(total.activationBytes).toBe(4 * floats);
    expect(nodes.find((node) => node.id === 'left')?.shape).toEqual([4, 4, 6]);
  });

  it('agrees with a published count: MobileNetV2’s first bottleneck, 112×112×32 → 16', () => {
    const { nodes } = costOf({
      version: 1,
      nodes: [
        { id: 'x', block: 'input', attributes: { shape: [112, 112, 32] }, inputs: [] },
        { id: 'b', block: 'inverted-residual', attributes: { filters: 16, expansion: 1 }, inputs: ['x'] },
      ],
      output: 'b',
    });
    // torchvision's features.1: 288 + 64 + 512 + 32 weights; 3.61 M + 6.42 M multiply–accumulates.
    expect(nodes[1]).toMatchObject({ params: 896, flops: 3_612_672 + 6_422_528 });
  });
});
