import type { ExperimentResolvers } from '../../generated/resolver-types.js';

export const experimentPromotion: NonNullable<ExperimentResolvers['promotion']> = async (
  { id: experimentId, promotion },
  _args,
  { loaders },
) => {
  if (promotion === null) return null;
  const trial = await loaders.trialByNumber.load({ experimentId, number: promotion.trial });
  return trial === undefined ? null : { ...promotion, trial };
};
