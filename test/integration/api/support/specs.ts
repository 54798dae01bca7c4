/** A small search whose trials the tests "run" themselves: they claim, report and finish over the API. */
export const lrSearch = {
  name: 'learning rates',
  task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 4 } },
  space: { hp: { lr: { type: 'float', low: 0.001, high: 0.1, log: true } } },
  objectives: [{ metric: 'val_accuracy', direction: 'maximize' }],
  searcher: { name: 'random' },
  budget: { maxTrials: 6, maxParallel: 2 },
  final: { top: 0 },
  seed: 1,
};

/** The same over architectures and augmentations. */
export const unifiedSearch = {
  ...lrSearch,
  name: 'unified',
  space: { ...lrSearch.space, arch: { dialect: 'cnn-chain', maxStages: 2 }, aug: { dialect: 'randaugment' } },
  baselines: [],
};

export const createExperiment = /* GraphQL */ `
  mutation ($spec: JSON!, $start: Boolean) {
    createExperiment(spec: $spec, start: $start) {
      experiment { id name state maxTrials searcherName counts { waiting running } }
      errors { path code message }
    }
  }
`;
