import type { ArchitectureGraph, ArchitectureNode, ImageContext, JsonObject } from '@cambium/core';
import { stridesOf } from '../../graph/strides.js';
import type { BlockPlan, StagePlan } from './chain-plan.js';

/** Stem, stages, global average pooling, logits. */
export function buildChain(stages: readonly StagePlan[], { inputShape, classes }: ImageContext): ArchitectureGraph {
  const nodes: ArchitectureNode[] = [];
  const append = (node: Omit<ArchitectureNode, 'inputs'>, inputs?: readonly string[]): string => {
    const previous = nodes.at(-1)?.id;
    nodes.push({ ...node, inputs: inputs ?? (previous === undefined ? [] : [previous]) });
    return node.id;
  };

  append({ id: 'input', block: 'input', attributes: { shape: [...inputShape] }, group: 'stem' });
  const strides = stridesOf(
    inputShape,
    stages.map((_, stage) => stage > 0),
  );
  const filters = stages[0]?.width ?? 8;
  const stem = { filters, kernel: 3, stride: strides.stem, activation: 'relu', norm: true };
  append({ id: 'stem', block: 'conv', attributes: stem, group: 'stem' });
  for (let pool = 1; pool <= strides.pools; pool++) {
    append({ id: `stem-pool-${pool}`, block: 'max-pool', attributes: { size: 2, stride: 2 }, group: 'stem' });
  }

  stages.forEach(({ width, blocks }, stage) => {
    blocks.forEach((block, index) => {
      const stride = index === 0 ? (strides.stages[stage] ?? 1) : 1;
      const id = `stage-${stage + 1}-block-${index + 1}`;
      const group = `stage ${stage + 1}`;
      const from = nodes.at(-1)?.id ?? 'stem';
      append({ id, block: block.type, attributes: attributesOf(block, { filters: width, stride }), group });
      if (block.skip) {
        const activation = block.type === 'inverted-residual' ? 'none' : 'relu';
        append({ id: `${id}-add`, block: 'add', attributes: { activation }, group }, [from, id]);
      }
    });
  });

  append({ id: 'pool', block: 'global-average-pool', attributes: {}, group: 'head' });
  const output = append({
    id: 'logits',
    block: 'dense',
    attributes: { units: classes, activation: 'none' },
    group: 'head',
  });
  return { version: 1, nodes, output };
}

/** With a skip the activation comes after the addition (He et al. 2016); an inverted residual ends linear anyway. */
function attributesOf(block: BlockPlan, { filters, stride }: { filters: number; stride: number }): JsonObject {
  const { type, kernel, expansion = 1, skip } = block;
  const activation = skip ? 'none' : 'relu';
  switch (type) {
    case 'conv':
      return { filters, kernel, stride, activation, norm: true };
    case 'separable':
      return { filters, kernel, stride, activation };
    case 'inverted-residual':
      return { filters, kernel, stride, expansion };
  }
}
