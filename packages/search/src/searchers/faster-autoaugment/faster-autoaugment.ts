import { definePolicySearcher } from '../../policy-search/define-policy-searcher.js';
import { fasterAutoaugmentOptions } from './options.js';

/** Faster AutoAugment (Hataya et al. 2020): one trial learns a policy against a critic, and names those that it derives. */
export const fasterAutoaugment = definePolicySearcher({
  name: 'faster-autoaugment',
  summary:
    'Learns an augmentation policy by gradient whose images a critic can’t tell from others: finds one in the time of a few trainings.',
  options: fasterAutoaugmentOptions,
});
