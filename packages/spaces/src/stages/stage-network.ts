import type { ImageContext, JsonObject, SuperGraph } from '@cambium/core';
import { GraphBuilder } from '../graph/graph-builder.js';
import { stridesOf } from '../graph/strides.js';
import type { BlockOption, BlockPlan, StagePlan } from './stage-plan.js';

/** Blocks that take the place's width and stride; the others keep their input's shape. */
const shapingBlocks: readonly string[] = ['conv', 'separable', 'inverted-residual'];

export function takesShape(block: string): boolean {
  return shapingBlocks.includes(block);
}

/**
 * Stem, stages of blocks, and the head. Where it lowers the resolution depends on the images' own, so that networks that
 * see the same images at other resolutions are alike.
 */
export function stageNetwork(
  stages: readonly StagePlan[],
  context: ImageContext,
  resolution?: readonly [height: number, width: number],
): SuperGraph {
  const builder = new GraphBuilder();
  const strides = stridesOf(
    context.inputShape,
    stages.map(({ halves }) => halves),
  );
  let last = builder.addStem(context, { filters: stages[0]?.width ?? 8, strides, resolution });
  for (const [stage, { width, blocks }] of stages.entries()) {
    builder.group = `stage ${stage + 1}`;
    for (const [index, block] of blocks.entries()) {
      last = addBlock(builder, block, {
        prefix: `stage-${stage + 1}-block-${index + 1}`,
        from: last,
        shape: { filters: width, stride: index === 0 ? (strides.stages[stage] ?? 1) : 1 },
      });
    }
  }
  return builder.finish(last, context);
}

interface BlockPlace {
  readonly prefix: string;
  readonly from: string;
  readonly shape: JsonObject;
}

/** The options side by side, added up with the input where that is a residual connection. */
function addBlock(builder: GraphBuilder, { options, residual }: BlockPlan, place: BlockPlace): string {
  const { prefix, from } = place;
  const ids = options.map((option) => addOption(builder, option, { residual, ...place }));
  return builder.add({ id: prefix, block: 'add', inputs: residual ? [from, ...ids] : ids });
}

function addOption(
  builder: GraphBuilder,
  { choice, gate }: BlockOption,
  { residual, prefix, from, shape }: BlockPlace & { residual: boolean },
): string {
  const place = { id: `${prefix}-${choice.name}`, inputs: [from], gate };
  // Beside a residual connection nothing more is needed to hand the input on.
  if (choice.kind === 'skip') return builder.add({ ...place, block: residual ? 'zero' : 'identity' });
  const { block, attributes } = choice;
  return builder.add({ ...place, block, attributes: takesShape(block) ? { ...shape, ...attributes } : attributes });
}
