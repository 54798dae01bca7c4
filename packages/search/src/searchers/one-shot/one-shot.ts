import { defineHistorySearcher } from '@cambium/core';
import { askRounds } from '../../supernet/ask-rounds.js';
import { bestStandalone } from '../../supernet/best-candidates.js';
import { judgingCapabilities } from '../../supernet/capabilities.js';
import { evolveCandidate } from '../../supernet/evolve-candidate.js';
import { type OneShotOptions, oneShotOptions } from './options.js';

/** Single path one-shot (Guo et al. 2020): a supernet trained on random paths ranks candidates by its weights. */
export const oneShot = defineHistorySearcher<OneShotOptions>({
  name: 'one-shot',
  stateVersion: 1,
  summary:
    'Trains all networks of a space at once on random paths, then judges many candidates in seconds each by the shared weights.',
  options: oneShotOptions,
  capabilities: judgingCapabilities,
  ask: (context) =>
    askRounds(context, {
      candidate: (round, index) => evolveCandidate(context, round, { index, options: context.options }),
      standalone: (round) =>
        round.standalone.length < context.options.standalone ? bestStandalone(context, round) : undefined,
    }),
});
