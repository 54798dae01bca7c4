import type { QueryResolvers } from '../../generated/resolver-types.js';

export const catalogQuery: NonNullable<QueryResolvers['catalog']> = (_root, _args, { services }) => services.catalog;
