import type { ArchitectureGraph, ArchitectureNode, ImageContext, JsonObject } from '@cambium/core';
import type { BlockPlan, StagePlan } from './chain-plan.js';

/** From this side on the stem halves the resolution, so that a 28×28 image costs what a 14×14 one does. */
const halvingSide = 24;
/** A larger map after the stem is pooled down to this before the first stage. */
const largestSide = 32;
/** No stride may go below this side. */
const smallestSide = 2;

/** Stem, stages, global average pooling, logits. */
export function buildChain(stages: readonly StagePlan[], { inputShape, classes }: ImageContext): ArchitectureGraph {
  const nodes: ArchitectureNode[] = [];
  const append = (node: Omit<ArchitectureNode, 'inputs'>, inputs?: readonly string[]): string => {
    const previous = nodes.at(-1)?.id;
    nodes.push({ ...node, inputs: inputs ?? (previous === undefined ? [] : [previous]) });
    return node.id;
  };

  append({ id: 'input', block: 'input', attributes: { shape: [...inputShape] }, group: 'stem' });
  let side = Math.min(inputShape[0], inputShape[1]);
  const stemStride = side >= halvingSide ? 2 : 1;
  const filters = stages[0]?.width ?? 8;
  const stem = { filters, kernel: 3, stride: stemStride, activation: 'relu', norm: true };
  append({ id: 'stem', block: 'conv', attributes: stem, group: 'stem' });
  side = Math.ceil(side / stemStride);
  for (let pool = 1; side > largestSide; pool++, side = Math.ceil(side / 2)) {
    append({ id: `stem-pool-${pool}`, block: 'max-pool', attributes: { size: 2, stride: 2 }, group: 'stem' });
  }

  stages.forEach(({ width, blocks }, stage) => {
    blocks.forEach((block, index) => {
      const halve = stage > 0 && index === 0 && Math.ceil(side / 2) >= smallestSide;
      const stride = halve ? 2 : 1;
      side = Math.ceil(side / stride);
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
