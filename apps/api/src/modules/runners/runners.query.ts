import type { QueryResolvers } from '../../generated/resolver-types.js';
import { listRunners } from './list-runners.js';

export const runnersQuery: NonNullable<QueryResolvers['runners']> = (_root, _args, context) => listRunners(context);
