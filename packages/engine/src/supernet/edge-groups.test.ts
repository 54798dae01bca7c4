import { expect, it } from '@jest/globals';
import { edgeGroups } from './edge-groups.js';
import { cellChoices, cellSupernet } from './testing/cell-supernet.js';

it('finds the choices that meet in a sum', () => {
  expect(edgeGroups(cellSupernet, cellChoices).choices.map(({ values }) => values)).toEqual([
    ['arch.0-2', 'arch.1-2'],
    ['arch.0-3', 'arch.1-3', 'arch.2-3'],
  ]);
});
