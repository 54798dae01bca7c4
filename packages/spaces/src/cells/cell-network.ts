import type { ImageContext, SuperGraph } from '@cambium/core';
import { GraphBuilder } from '../graph/graph-builder.js';

export const cellKinds = ['normal', 'reduction'] as const;
export type CellKind = (typeof cellKinds)[number];

/** The stem's channels as a multiple of the width. */
const stemMultiplier = 3;

/** Where a cell is built. */
export interface CellPlace {
  readonly kind: CellKind;
  /** What the ids of its nodes start with. */
  readonly prefix: string;
  /** The outputs of the two cells before it, brought to its width and one resolution. */
  readonly inputs: readonly [beforeLast: string, last: string];
  readonly width: number;
  /** Of what reads the inputs. */
  readonly stride: number;
}

interface Skeleton {
  /** Cells in a row. */
  readonly layers: number;
  /** Channels of a node before the first reduction; each doubles them. */
  readonly width: number;
}

/**
 * Stem, cells and head as in DARTS' network for CIFAR (Liu et al. 2019, §3.2.1), without the auxiliary head; those at a
 * third and two thirds are reduction cells. `addCell` adds the inside of a cell and returns its output.
 */
export function cellNetwork(
  { layers, width: first }: Skeleton,
  context: ImageContext,
  addCell: (builder: GraphBuilder, place: CellPlace) => string,
): SuperGraph {
  const builder = new GraphBuilder();
  const attributes = { filters: stemMultiplier * first, kernel: 3, activation: 'none' };
  const stem = builder.add({ id: 'stem', block: 'conv', attributes, inputs: [builder.addInput(context)] });
  const reductions = [Math.floor(layers / 3), Math.floor((2 * layers) / 3)];
  let width = first;
  let [beforeLast, last] = [stem, stem];
  for (let cell = 0; cell < layers; cell++) {
    const kind = reductions.includes(cell) ? 'reduction' : 'normal';
    if (kind === 'reduction') width *= 2;
    builder.group = `cell ${cell + 1} (${kind})`;
    const prefix = `cell-${cell + 1}`;
    const fitted = (id: string, input: string) =>
      builder.add({
        id,
        block: 'conv',
        attributes: { filters: width, kernel: 1, preActivation: true, activation: 'none' },
        inputs: [input],
      });
    // The cell before the last has twice the side when the last one was a reduction.
    const older = reductions.includes(cell - 1)
      ? builder.add({
          id: `${prefix}-input-0`,
          block: 'factorized-reduce',
          attributes: { filters: width, preActivation: true },
          inputs: [beforeLast],
        })
      : fitted(`${prefix}-input-0`, beforeLast);
    const inputs = [older, fitted(`${prefix}-input-1`, last)] as const;
    const output = addCell(builder, { kind, prefix, inputs, width, stride: kind === 'reduction' ? 2 : 1 });
    [beforeLast, last] = [last, output];
  }
  return builder.finish(last, context);
}
