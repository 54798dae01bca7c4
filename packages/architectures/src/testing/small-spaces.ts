import type { JsonObject } from '@cambium/core';

/** Settings with small members for every space of architectures: what a block costs does not depend on how many there are. */
export const smallSpaces: Readonly<Record<string, JsonObject>> = {
  blocks: {
    choose: 'stage',
    stages: [
      {
        candidates: [
          { block: 'conv', kernel: [1, 3], dilation: [1, 4] },
          { block: 'depthwise', activation: ['swish', 'hard-swish'] },
          { block: 'squeeze-excite' },
          { block: 'avg-pool' },
          { block: 'max-pool' },
          { block: 'identity' },
        ],
        widths: [2, 4],
      },
      {
        candidates: [
          { block: 'separable', dilation: [1, 2], activation: ['none', 'relu6'] },
          { block: 'inverted-residual', squeezeExcite: [0, 0.3], expansion: [1, 2] },
        ],
        blocks: [1, 2],
        widths: [3, 5],
        residual: true,
      },
    ],
  },
  'cnn-chain': { maxStages: 2, widths: [2, 3, 5], blocks: [1, 2] },
  'compound-scaling': { depths: [1, 1], widths: [2, 3], multiple: 1, phi: [0, 1, 2] },
  'darts-cells': { layers: 3, width: 2, nodes: 2 },
  macro: { layers: 3, width: 2 },
  'mobile-blocks': { stages: 2, depths: [1, 2], widths: [2, 3], residual: 'search', activation: 'relu6' },
  'nasnet-cells': { layers: 3, blocks: 2, width: 2, combine: ['add', 'concat'] },
  network: {},
  nasbench201: { width: 2, stages: 2 },
};
