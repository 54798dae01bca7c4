import type { ImageContext, SuperGraph } from '@cambium/core';
import { GraphBuilder } from '../../graph/graph-builder.js';
import { addEdge } from './add-edge.js';
import { cellNodes } from './cell-parameters.js';
import type { CellsPlan } from './cell-plan.js';
import type { DartsCellsSettings } from './settings.js';

/** The stem's channels as a multiple of the width. */
const stemMultiplier = 3;

/** Of the last two cells. */
interface Outputs {
  readonly beforeLast: string;
  readonly last: string;
}

/** Stem, cells and head as in the paper's network for CIFAR, without the auxiliary head. */
export function cellNetwork(plan: CellsPlan, settings: DartsCellsSettings, context: ImageContext): SuperGraph {
  const { layers } = settings;
  const builder = new GraphBuilder();
  const attributes = { filters: stemMultiplier * settings.width, kernel: 3, activation: 'none' };
  const stem = builder.add({ id: 'stem', block: 'conv', attributes, inputs: [builder.addInput(context)] });
  const reductions = [Math.floor(layers / 3), Math.floor((2 * layers) / 3)];
  let { width } = settings;
  let outputs: Outputs = { beforeLast: stem, last: stem };
  for (let cell = 0; cell < layers; cell++) {
    const kind = reductions.includes(cell) ? 'reduction' : 'normal';
    if (kind === 'reduction') width *= 2;
    builder.group = `cell ${cell + 1} (${kind})`;
    const output = addCell(builder, plan[kind], {
      prefix: `cell-${cell + 1}`,
      width,
      nodes: cellNodes(settings),
      stride: kind === 'reduction' ? 2 : 1,
      isAfterReduction: reductions.includes(cell - 1),
      outputs,
    });
    outputs = { beforeLast: outputs.last, last: output };
  }
  return builder.finish(outputs.last, context);
}

interface CellPlace {
  readonly prefix: string;
  readonly width: number;
  readonly nodes: readonly number[];
  /** Of the operations on the cell's inputs. */
  readonly stride: number;
  readonly isAfterReduction: boolean;
  readonly outputs: Outputs;
}

function addCell(builder: GraphBuilder, edges: CellsPlan['normal'], place: CellPlace): string {
  const { prefix, width, nodes, stride, isAfterReduction, outputs } = place;
  const ids = [
    builder.add({
      id: `${prefix}-input-0`,
      // The cell before the last has twice the side when the last one was a reduction.
      ...(isAfterReduction
        ? { block: 'factorized-reduce', attributes: { filters: width, preActivation: true } }
        : { block: 'conv', attributes: { filters: width, kernel: 1, preActivation: true, activation: 'none' } }),
      inputs: [outputs.beforeLast],
    }),
    builder.add({
      id: `${prefix}-input-1`,
      block: 'conv',
      attributes: { filters: width, kernel: 1, preActivation: true, activation: 'none' },
      inputs: [outputs.last],
    }),
  ];
  for (const node of nodes) {
    const terms = edges
      .filter(({ to }) => to === node)
      .map((edge) =>
        addEdge(builder, edge, {
          id: `${prefix}-edge-${edge.from}-${edge.to}-${edge.op}`,
          input: ids[edge.from] as string,
          filters: width,
          stride: edge.from < 2 ? stride : 1,
        }),
      );
    ids.push(builder.add({ id: `${prefix}-node-${node}`, block: 'add', inputs: terms }));
  }
  return builder.add({ id: `${prefix}-output`, block: 'concat', inputs: nodes.map((node) => ids[node] as string) });
}
