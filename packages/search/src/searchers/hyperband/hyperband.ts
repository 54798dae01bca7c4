import { defineSearcher } from '@cambium/core';
import { askBrackets, noBrackets } from '../../fidelity/ask-brackets.js';
import type { BracketState } from '../../fidelity/bracket-state.js';
import { hyperbandBrackets } from '../../fidelity/hyperband-brackets.js';
import { knownDesigns } from '../../history/known-designs.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { type HyperbandOptions, hyperbandOptions } from './options.js';

/** Hyperband (Li et al. 2018) with random designs. Promoted trials go on from where they ended. */
export const hyperband = defineSearcher<HyperbandOptions, BracketState>({
  name: 'hyperband',
  stateVersion: 1,
  summary:
    'Many short trials of random designs, of which the best go on: when training is long and nothing else is known.',
  options: hyperbandOptions,
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
    return askBrackets(state, context, {
      brackets: hyperbandBrackets({ ...options, maxStep }),
      eta: options.eta,
      propose: ({ rng }) => randomSuggestion(context, { known, rng }),
    });
  },
  tell: (state) => state,
});
