import type { MutationResolvers } from '../../generated/resolver-types.js';
import { architectureOfTrial } from './architecture-of-trial.js';
import { changeByTrial } from './change-by-trial.js';
import { scaledNetwork, scaleFactors } from './scaled-network.js';

export const retrainTrialMutation: NonNullable<MutationResolvers['retrainTrial']> = (_root, args, context) => {
  const { id, name, steps, allData, start } = args;
  const factors = scaleFactors(args);
  return changeByTrial(id, context, async (trial) => {
    const isScaled = Object.values(factors).some((factor) => factor !== 1);
    const network = isScaled ? scaledNetwork(await architectureOfTrial(trial, context), factors) : undefined;
    return context.services.ledger.retrain(trial.experimentId, {
      trial: trial.number,
      start: start ?? true,
      allData: allData ?? false,
      ...(name == null ? {} : { name }),
      ...(steps == null ? {} : { steps }),
      ...(network && { network }),
    });
  });
};
