import { defineSearcher } from '@cambium/core';
import { askBrackets, noBrackets } from '../../fidelity/ask-brackets.js';
import type { BracketState } from '../../fidelity/bracket-state.js';
import { halvingBracket, mostHalvings } from '../../fidelity/hyperband-brackets.js';
import { knownDesigns } from '../../history/known-designs.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { type SuccessiveHalvingOptions, successiveHalvingOptions } from './options.js';

/** Synchronous successive halving (Jamieson and Talwalkar 2016) with random designs, round after round. */
export const successiveHalving = defineSearcher<SuccessiveHalvingOptions, BracketState>({
  name: 'successive-halving',
  stateVersion: 1,
  summary: 'Every design starts with the least steps and the best go on: when the first steps already tell much.',
  options: successiveHalvingOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: true,
  },
  init: () => noBrackets,
  ask(state, context) {
    const { options, maxStep } = context;
    const known = knownDesigns(context);
    const range = { ...options, maxStep };
    const halvings = mostHalvings(range);
    const trials = options.trials ?? options.eta ** halvings;
    return askBrackets(state, context, {
      brackets: [halvingBracket(range, { trials, halvings })],
      eta: options.eta,
      propose: ({ rng }) => randomSuggestion(context, { known, rng }),
    });
  },
  tell: (state) => state,
});
