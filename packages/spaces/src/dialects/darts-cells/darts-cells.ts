import { type DialectDefinition, expectImages } from '@cambium/core';
import { cellNetwork } from './cell-network.js';
import { cellParameters } from './cell-parameters.js';
import { planCells, wholeCells } from './cell-plan.js';
import { type DartsCellsSettings, dartsCellsSettings } from './settings.js';

/** The cells of DARTS (Liu et al. 2019, §2.1 and §3.1.1) in its network of normal and reduction cells. */
export const dartsCells: DialectDefinition<DartsCellsSettings, 'arch'> = {
  name: 'darts-cells',
  branch: 'arch',
  summary: 'DARTS’ cells: a normal and a reduction cell of a few nodes, each the sum of operations on earlier nodes.',
  settings: dartsCellsSettings,
  parameters: cellParameters,
  decode: (params, settings, context) =>
    cellNetwork(planCells(params, settings), settings, expectImages(context)).graph,
  supergraph: (settings, context) =>
    settings.edges === 'all' ? cellNetwork(wholeCells(settings), settings, expectImages(context)) : undefined,
};
