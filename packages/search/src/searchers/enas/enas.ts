import { defineHistorySearcher } from '@cambium/core';
import { askRounds } from '../../supernet/ask-rounds.js';
import { bestStandalone } from '../../supernet/best-candidates.js';
import { candidateLimit } from '../../supernet/candidate-limit.js';
import { judgingCapabilities } from '../../supernet/capabilities.js';
import { policyCandidate } from '../../supernet/policy-candidate.js';
import { type EnasOptions, enasOptions } from './options.js';

/** Efficient neural architecture search (Pham et al. 2018): the supernet's trial trains the controller along. */
export const enas = defineHistorySearcher<EnasOptions>({
  name: 'enas',
  stateVersion: 1,
  summary:
    'Trains all networks of a space at once while a controller learns which paths score: draws candidates from it and keeps the best.',
  options: enasOptions,
  capabilities: judgingCapabilities,
  ask: (context) =>
    askRounds(context, {
      candidate: (round, index) =>
        round.candidates.length < candidateLimit(context, round, context.options)
          ? policyCandidate(context, round, index)
          : 'done',
      standalone: (round) =>
        round.standalone.length < context.options.standalone ? bestStandalone(context, round) : undefined,
    }),
});
