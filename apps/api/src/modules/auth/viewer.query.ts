import { requireUser } from '../../context/request-context.js';
import type { QueryResolvers } from '../../generated/resolver-types.js';

export const viewerQuery: NonNullable<QueryResolvers['viewer']> = (_root, _args, context) => requireUser(context);
