import { rankCorrelation } from '@cambium/search';
import type { SharedWeightsResolvers } from '../../generated/resolver-types.js';

/** The fields of an experiment whose searcher judges networks by shared weights. */
export const sharedWeightsType: SharedWeightsResolvers = {
  rankCorrelation: async ({ id }, _args, { loaders }) => {
    const correlation = rankCorrelation(await loaders.networkScores.load(id));
    if (correlation === undefined) return null;
    const { interval, ...estimate } = correlation;
    return { ...estimate, low: interval[0], high: interval[1] };
  },
  number: async ({ id }, _args, { loaders }) => (await loaders.networkScores.load(id)).map(({ number }) => number),
  judgedBy: async ({ id }, _args, { loaders }) =>
    (await loaders.networkScores.load(id)).map(({ judgedBy }) => judgedBy),
  standalone: async ({ id }, _args, { loaders }) =>
    (await loaders.networkScores.load(id)).map(({ standalone }) => standalone),
  shared: async ({ id }, _args, { loaders }) => (await loaders.networkScores.load(id)).map(({ shared }) => shared),
};
