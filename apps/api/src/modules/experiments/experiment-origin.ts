import type { ExperimentResolvers } from '../../generated/resolver-types.js';

/** Of the same workspace: nothing is cloned across. */
export const experimentOrigin: NonNullable<ExperimentResolvers['origin']> = async (
  { clonedFrom, clonedTrial },
  _args,
  { loaders },
) => {
  const original = clonedFrom === null ? undefined : await loaders.frozenExperiment.load(clonedFrom);
  return original === undefined ? null : { id: original.id, name: original.spec.name, trialNumber: clonedTrial };
};
