import { type DecodeContext, type DialectDefinition, expectImages } from '@cambium/core';
import { type CellKind, cellKinds, cellNetwork } from '../../cells/cell-network.js';
import { createPathEncoding } from '../../cells/path-encoding.js';
import { addCell } from './add-cell.js';
import { cellNodes, cellParameters } from './cell-parameters.js';
import { type CellsPlan, letThrough, planCells, wholeCells } from './cell-plan.js';
import { type DartsCellsSettings, dartsCellsSettings } from './settings.js';

/** The cells of DARTS (Liu et al. 2019, §2.1 and §3.1.1) in its network of normal and reduction cells. */
export const dartsCells: DialectDefinition<DartsCellsSettings, 'arch'> = {
  name: 'darts-cells',
  branch: 'arch',
  summary: 'DARTS’ cells: a normal and a reduction cell of a few nodes, each the sum of operations on earlier nodes.',
  settings: dartsCellsSettings,
  parameters: cellParameters,
  decode: (params, settings, context) => networkOf(planCells(params, settings), settings, context).graph,
  isFeasible: (params, settings) => letThrough(planCells(params, settings)),
  pathEncoding(settings) {
    const inputsOf = (kind: CellKind) => [`${kind} 0`, `${kind} 1`];
    return createPathEncoding({
      params: cellParameters(settings).map(({ name }) => name),
      inputs: cellKinds.flatMap(inputsOf),
      ops: settings.ops,
      longest: settings.nodes,
      cellsOf(params) {
        const plan = planCells(params, settings);
        return cellKinds.map((kind) => ({ edges: plan[kind], inputs: inputsOf(kind), outputs: cellNodes(settings) }));
      },
    });
  },
  supergraph: (settings, context) =>
    settings.edges === 'all' ? networkOf(wholeCells(settings), settings, context) : undefined,
};

function networkOf(plan: CellsPlan, settings: DartsCellsSettings, context: DecodeContext) {
  return cellNetwork(settings, expectImages(context), (builder, place) => addCell(builder, { plan, settings, place }));
}
