import { createRegistry } from '@cambium/core';
import { datasetList } from './sets/dataset-list.gen.js';

/** Every data set, by name. */
export const datasets = createRegistry('data set', datasetList);
