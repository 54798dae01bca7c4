import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { designIssues } from './design-issues.js';

const nodes: readonly ArchitectureNode[] = [
  { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] },
  { id: 'stem', block: 'conv', attributes: { filters: 4 }, inputs: ['image'] },
  { id: 'mean', block: 'global-average-pool', attributes: {}, inputs: ['stem'] },
  { id: 'logits', block: 'dense', attributes: { units: 10 }, inputs: ['mean'] },
];
const context = { inputShape: [8, 8, 1], classes: 10 } as const;
const found = (change: Partial<ArchitectureGraph>) =>
  designIssues({ arch: { version: 1, nodes, output: 'logits', ...change } }, context).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('designIssues', () => {
  it('has nothing against a network that can be built', () => {
    expect(found({})).toEqual([]);
    expect(designIssues({}, context)).toEqual([]);
  });

  it('names the node of everything that can not be built, with its place', () => {
    const misspelt = nodes.map((node) => (node.id === 'stem' ? { ...node, block: 'convv' } : node));
    expect(found({ nodes: misspelt })).toEqual([
      expect.stringMatching(/^arch\.nodes\.1\.block: node "stem": unknown block "convv"; did you mean "conv"\?/),
    ]);
  });

  it('says which node the classes must come from', () => {
    expect(found({ output: 'mean' })).toEqual([
      expect.stringMatching(
        /^arch\.output: node "mean" gives 4 and the task has 10 classes; let the output be a dense/,
      ),
    ]);
  });
});
