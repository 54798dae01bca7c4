export type {
  DatasetDefinition,
  DatasetDescription,
  DatasetProblem,
  FetchOptions,
  FetchResult,
  LabelledImages,
  LoadedDataset,
} from './dataset.js';
export { fetchDataset } from './fetch-dataset.js';
export { datasets } from './registry.js';
export { type DatasetSplit, type SplitOptions, splitDataset } from './split-dataset.js';
