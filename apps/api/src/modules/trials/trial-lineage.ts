import { ownParams } from '@cambium/core';
import type { TrialResolvers } from '../../generated/resolver-types.js';

/** What each trial of the chain has that the one before it had not. */
export const trialLineage: NonNullable<TrialResolvers['lineage']> = async ({ id }, _args, { loaders }) => {
  const chain = await loaders.lineages.load(id);
  return chain.map((trial, index) => {
    const before = chain[index - 1];
    const [own, earlier] = [ownParams(trial), before === undefined ? {} : ownParams(before)];
    const names = new Set([...Object.keys(own), ...Object.keys(earlier)]);
    return { trial, changed: before === undefined ? [] : [...names].filter((name) => own[name] !== earlier[name]) };
  });
};
