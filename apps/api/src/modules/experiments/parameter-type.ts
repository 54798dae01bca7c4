import type { ParameterResolvers } from '../../generated/resolver-types.js';

export const parameterType: ParameterResolvers = {
  domain: ({ domain }) => ({ ...domain }),
  conditions: ({ conditions }) => conditions.map((condition) => ({ ...condition })),
};
