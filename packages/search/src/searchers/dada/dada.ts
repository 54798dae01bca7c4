import { definePolicySearcher } from '../../policy-search/define-policy-searcher.js';
import { dadaOptions } from './options.js';

/** Differentiable automatic data augmentation (Li et al. 2020): one trial learns a policy, and names those that it derives. */
export const dada = definePolicySearcher({
  name: 'dada',
  summary:
    'Learns an augmentation policy by gradient while one network is trained: finds one in about the time of one or two trainings.',
  options: dadaOptions,
});
