import { definePruner } from '@cambium/core';
import { thresholdOptions } from './options.js';

/** Bounds that are known beforehand, and nothing learnt from other trials. Without bounds it stops what diverged. */
export const threshold = definePruner({
  name: 'threshold',
  stateVersion: 1,
  summary:
    'Stops trials that leave bounds you know beforehand, and those that diverge: for when a useless run is evident.',
  options: thresholdOptions,
  capabilities: { multiObjective: false },
  init: () => null,
  report(state, { options, maxStep }, { step, values }) {
    const { lower = -Infinity, upper = Infinity, minSteps } = options;
    const value = values[0] ?? Number.NaN;
    const within = Number.isFinite(value) && value >= lower && value <= upper;
    const stop = !within && step >= minSteps && step < maxStep;
    return { decision: stop ? 'stop' : 'continue', state };
  },
});
