import type { ArchitectureNode } from '@cambium/core';
import { analyseGraph } from '../analyse-graph.js';
import { blocks } from '../block-registry.js';
import { sameShape } from '../tensor-shape.js';
import type { Segment } from './segments.js';

export interface Repetition {
  /** How often the segment is there; 0: left out. */
  readonly times: number;
  /** For its copies, where the first one changes the resolution and they must not. */
  readonly atStride1: boolean;
}

/**
 * How often each block of a chain is there when every stage has `factor` times as many; segments that are not named stay.
 * Blocks are the segments that multiply something, without the first such (the stem) and the last (the head); a stage is a
 * row of segments that end in one shape. Undefined when no block can be repeated.
 */
export function repeatPlan(segments: readonly Segment[], factor: number): ReadonlyMap<Segment, Repetition> | undefined {
  const plan = new Map<Segment, Repetition>();
  for (const stage of stagesOf(betweenStemAndHead(segments))) {
    const own = stage.filter(({ flops }) => flops > 0);
    const keeping = own.filter(({ entryShape, exitShape }) => sameShape(entryShape, exitShape));
    // The block that changes the shape is repeated only where the stage has no other.
    const changing = own.filter((segment) => !keeping.includes(segment) && keepsShapeAtStride1(segment));
    const repeatable = keeping.length > 0 ? keeping : changing;
    if (repeatable.length === 0) continue;
    const wanted = Math.max(1, Math.round(own.length * factor));
    const total = Math.max(repeatable.length + wanted - own.length, repeatable === keeping ? 0 : repeatable.length);
    // Whoever is there at a smaller factor is there at a larger one as often or more.
    for (const [place, segment] of repeatable.entries()) {
      const times = Math.floor(total / repeatable.length) + (place < total % repeatable.length ? 1 : 0);
      plan.set(segment, { times, atStride1: repeatable === changing });
    }
  }
  return plan.size === 0 ? undefined : plan;
}

function betweenStemAndHead(segments: readonly Segment[]): readonly Segment[] {
  const works = ({ flops }: Segment) => flops > 0;
  return segments.slice(segments.findIndex(works) + 1, Math.max(0, segments.findLastIndex(works)));
}

function stagesOf(segments: readonly Segment[]): Segment[][] {
  const stages: Segment[][] = [];
  for (const segment of segments) {
    const stage = stages.at(-1);
    const before = stage?.[0];
    if (stage !== undefined && before !== undefined && sameShape(before.exitShape, segment.exitShape)) {
      stage.push(segment);
    } else {
      stages.push([segment]);
    }
  }
  return stages;
}

/** Whether a copy with strides of 1 takes what the segment gives, and gives the same. */
function keepsShapeAtStride1({ entry, nodes, exit, exitShape }: Segment): boolean {
  const input = { id: entry, block: 'input', attributes: { shape: [...exitShape] }, inputs: [] };
  const graph = { version: 1, nodes: [input, ...nodes.map(atStride1)], output: exit } as const;
  return sameShape(analyseGraph(graph).nodes.get(exit)?.shape ?? [], exitShape);
}

/** Every block that has a stride calls it so. */
export function atStride1(node: ArchitectureNode): ArchitectureNode {
  const attributes = { ...node.attributes, stride: 1 };
  return blocks.get(node.block).attributes.safeParse(attributes).success ? { ...node, attributes } : node;
}
