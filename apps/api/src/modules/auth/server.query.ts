import type { QueryResolvers } from '../../generated/resolver-types.js';

export const serverQuery: NonNullable<QueryResolvers['server']> = (_root, _args, { services }) => services.info;
