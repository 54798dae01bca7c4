import type { ArchitectureGraph } from '@cambium/core';

/** What the form begins with, to be replaced: two convolutions, the second at half the resolution. */
export const exampleNetwork = {
  version: 1,
  nodes: [
    { id: 'image', block: 'input', attributes: { shape: [28, 28, 1] }, inputs: [] },
    { id: 'stem', block: 'conv', attributes: { filters: 8, kernel: 3, stride: 2 }, inputs: ['image'] },
    { id: 'body', block: 'separable', attributes: { filters: 16, kernel: 3, stride: 2 }, inputs: ['stem'] },
    { id: 'pool', block: 'global-average-pool', attributes: {}, inputs: ['body'] },
    { id: 'logits', block: 'dense', attributes: { units: 10 }, inputs: ['pool'] },
  ],
  output: 'logits',
} as const satisfies ArchitectureGraph;
