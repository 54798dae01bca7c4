import { defineHistorySearcher } from '@cambium/core';
import { askRounds } from '../../supernet/ask-rounds.js';
import { supernetCapabilities } from '../../supernet/capabilities.js';
import { deriveStandalone } from '../../supernet/derive-standalone.js';
import { type DartsOptions, dartsOptions } from './options.js';

/** Differentiable architecture search: the supernet's trial does it, and names the weights of all options. */
export const darts = defineHistorySearcher<DartsOptions>({
  name: 'darts',
  stateVersion: 1,
  summary:
    'Trains all networks of a space at once and learns by gradient which options to keep: finds one network in about the time of a few trainings.',
  options: dartsOptions,
  capabilities: supernetCapabilities,
  ask: (context) =>
    askRounds(context, {
      candidate: () => 'done',
      standalone: (round, index) =>
        round.standalone.length < context.options.standalone ? deriveStandalone(context, round, index) : undefined,
    }),
});
