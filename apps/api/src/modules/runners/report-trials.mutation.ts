import { requireRunner } from '../../context/request-context.js';
import type { MutationResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';
import { inOrder } from './in-order.js';
import { parseEntries } from './parse-report.js';

export const reportTrialsMutation: NonNullable<MutationResolvers['reportTrials']> = (_root, { reports }, context) => {
  const { workspaceId } = requireRunner(context);
  inRange('the number of reports', reports.length, { min: 0, max: 256 });
  const parsed = reports.map(({ claim, entries }) => ({ claim, entries: parseEntries(entries) }));
  return inOrder(parsed, ({ claim, entries }) => context.services.gateway.report(workspaceId, claim, entries));
};
