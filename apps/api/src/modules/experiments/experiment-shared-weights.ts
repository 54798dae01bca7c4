import { searchers } from '@cambium/search';
import type { ExperimentResolvers } from '../../generated/resolver-types.js';

/** By what its searcher can do, so that it is known before the first trial. */
export const experimentSharedWeights: NonNullable<ExperimentResolvers['sharedWeights']> = (experiment) =>
  searchers.find(experiment.spec.searcher.name)?.capabilities.sharedWeights === true ? experiment : null;
