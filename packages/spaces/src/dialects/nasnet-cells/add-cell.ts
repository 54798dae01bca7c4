import { addOperation } from '../../cells/add-operation.js';
import type { CellPlace } from '../../cells/cell-network.js';
import type { GraphBuilder } from '../../graph/graph-builder.js';
import { terms } from './cell-parameters.js';
import type { BlockPlan } from './cell-plan.js';

/** Blocks, and those that no other block takes concatenated. */
export function addCell(builder: GraphBuilder, blocks: readonly BlockPlan[], place: CellPlace): string {
  const ids: string[] = [...place.inputs];
  for (const [index, block] of blocks.entries()) ids.push(addBlock(builder, block, { index, ids, place }));
  const taken = new Set(blocks.flatMap((block) => block.terms.map(({ input }) => input)));
  const loose = ids.filter((_, index) => index >= 2 && !taken.has(index));
  return builder.add({ id: `${place.prefix}-output`, block: 'concat', inputs: loose });
}

function addBlock(
  builder: GraphBuilder,
  block: BlockPlan,
  { index, ids, place }: { index: number; ids: readonly string[]; place: CellPlace },
): string {
  const { prefix, width, stride } = place;
  const id = `${prefix}-block-${index + 1}`;
  const inputs = block.terms.map(({ input, op }, term) =>
    addOperation(builder, op, {
      id: `${id}-${terms[term]}-${op}`,
      input: ids[input] as string,
      filters: width,
      stride: input < 2 ? stride : 1,
    }),
  );
  if (block.combine === 'add') return builder.add({ id, block: 'add', inputs });
  const joined = builder.add({ id: `${id}-concat`, block: 'concat', inputs });
  const attributes = { filters: width, kernel: 1, preActivation: true, activation: 'none' };
  return builder.add({ id, block: 'conv', attributes, inputs: [joined] });
}
