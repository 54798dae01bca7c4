import { type DialectDefinition, expectImages } from '@cambium/core';
import { cellNetwork } from '../../cells/cell-network.js';
import { addCell } from './add-cell.js';
import { cellParameters } from './cell-parameters.js';
import { cellsKey, planCells } from './cell-plan.js';
import { type NasnetCellsSettings, nasnetCellsSettings } from './settings.js';

/** The cells of NASNet (Zoph et al. 2018, §3) and AmoebaNet, in the network of `darts-cells`. */
export const nasnetCells: DialectDefinition<NasnetCellsSettings, 'arch'> = {
  name: 'nasnet-cells',
  branch: 'arch',
  summary: 'NASNet’s cells: blocks that each take two earlier outputs, apply an operation to both, and combine them.',
  settings: nasnetCellsSettings,
  parameters: cellParameters,
  decode(params, settings, context) {
    const plan = planCells(params, settings);
    return cellNetwork(settings, expectImages(context), (builder, place) => addCell(builder, plan[place.kind], place))
      .graph;
  },
  canonicalKey: (params, settings) => cellsKey(planCells(params, settings)),
};
