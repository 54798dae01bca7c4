import type { TrialResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';

export const trialReports: NonNullable<TrialResolvers['reports']> = async ({ id: trialId }, args, { loaders }) => {
  const last = inRange('last', args.last ?? 200, { min: 1, max: 10_000 });
  return [...(await loaders.reports.load({ trialId, last }))];
};
