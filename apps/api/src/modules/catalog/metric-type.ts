import { isKnownUntrained } from '@cambium/core';
import type { MetricResolvers } from '../../generated/resolver-types.js';

export const metricType: MetricResolvers = {
  perChoice: ({ perChoice }) => perChoice === true,
  untrained: isKnownUntrained,
};
