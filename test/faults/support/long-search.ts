import { digitsSearch } from '../../support/search-client.js';

/** Long enough to be in the middle at each of a few kills: 12 trials. */
export const longSearch = digitsSearch({
  task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 10, finalEpochs: 3 } },
  budget: { maxTrials: 12, maxParallel: 2 },
});
