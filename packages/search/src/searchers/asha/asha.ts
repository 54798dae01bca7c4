import { defineHistorySearcher, type Suggestion } from '@cambium/core';
import { continueBest } from '../../fidelity/continue-best.js';
import { continuedTrials } from '../../fidelity/continued-trials.js';
import { halvingBracket, mostHalvings } from '../../fidelity/hyperband-brackets.js';
import { rungResults } from '../../fidelity/rung-results.js';
import { askEach } from '../../history/ask-each.js';
import { knownDesigns } from '../../history/known-designs.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { nextPromotion } from './next-promotion.js';
import { type AshaOptions, ashaOptions } from './options.js';

/** Asynchronous successive halving (Li et al. 2020) with random designs, the variant that promotes. */
export const asha = defineHistorySearcher<AshaOptions>({
  name: 'asha',
  stateVersion: 1,
  summary: 'Successive halving in which nobody ever waits for a rung to fill: for many parallel trials.',
  options: ashaOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: true,
  },
  ask(context) {
    const { options, maxStep, history, pending } = context;
    const range = { ...options, maxStep };
    const halvings = mostHalvings(range);
    const levels = halvingBracket(range, { trials: 1, halvings }).map(({ fidelity }) => fidelity);
    const known = knownDesigns(context);
    const continued = continuedTrials(context);
    const promotions = { levels, eta: options.eta, rungs: history.fold(rungResults), continued };
    const start = (index: number): Suggestion | undefined => {
      const proposal = randomSuggestion(context, { known, rng: context.rng.fork(index) });
      return proposal && { ...proposal, fidelity: levels[0] ?? maxStep };
    };
    const result = askEach(context.count, (index) => {
      const suggestion = nextPromotion(promotions) ?? start(index) ?? continueBest(context, { levels, continued });
      if (suggestion?.resumeFrom !== undefined) continued.add(suggestion.resumeFrom);
      return suggestion;
    });
    // The space is used up, but what is running may still be promoted.
    return result.kind === 'exhausted' && pending.length > 0 ? { kind: 'wait' } : result;
  },
});
