import type { ArchitectureGraph } from '@cambium/core';

/** One of every kind of join: a stem, two branches that meet in an addition, pools, dropout and a classifier. */
export const smallNetwork: ArchitectureGraph = {
  version: 1,
  nodes: [
    { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] },
    { id: 'stem', block: 'conv', attributes: { filters: 4, kernel: 3 }, inputs: ['image'], group: 'stem' },
    { id: 'left', block: 'separable', attributes: { filters: 6, stride: 2 }, inputs: ['stem'], group: 'stage 1' },
    { id: 'right', block: 'inverted-residual', attributes: { filters: 6, expansion: 2 }, inputs: ['stem'] },
    { id: 'shrunk', block: 'max-pool', attributes: {}, inputs: ['right'] },
    { id: 'join', block: 'add', attributes: { activation: 'relu' }, inputs: ['left', 'shrunk'] },
    { id: 'smooth', block: 'avg-pool', attributes: { size: 3, stride: 1 }, inputs: ['join'] },
    { id: 'vector', block: 'global-average-pool', attributes: {}, inputs: ['smooth'] },
    { id: 'drop', block: 'dropout', attributes: { rate: 0.2 }, inputs: ['vector'] },
    { id: 'head', block: 'dense', attributes: { units: 10 }, inputs: ['drop'] },
  ],
  output: 'head',
};
