import type { ExperimentResolvers } from '../../generated/resolver-types.js';

/** Null while too few trials, or none that differ, say what mattered. */
export const experimentImportances: NonNullable<ExperimentResolvers['importances']> = async (
  experiment,
  _args,
  { loaders, services },
) => {
  const found = services.designs.importances(experiment, await loaders.scoredParams.load(experiment.id));
  if (found === undefined) return null;
  const { trials, params, branches, ops } = found;
  return { trials, params: [...params], branches: [...branches], ops: [...ops] };
};
