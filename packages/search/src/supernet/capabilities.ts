import type { SearcherCapabilities } from '@cambium/core';

/** Of searchers that go in rounds around a supernet. */
export const supernetCapabilities: SearcherCapabilities = {
  multiObjective: false,
  conditional: true,
  finite: false,
  // Each step waits for the whole of the one before.
  orderIndependent: true,
  multiFidelity: false,
  supernet: true,
};

/** Of those that judge candidates by the supernet's weights. */
export const judgingCapabilities: SearcherCapabilities = { ...supernetCapabilities, sharedWeights: true };
