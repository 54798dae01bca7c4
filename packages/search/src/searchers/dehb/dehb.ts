import { defineSearcher } from '@cambium/core';
import { askBrackets, noBrackets } from '../../fidelity/ask-brackets.js';
import type { BracketState } from '../../fidelity/bracket-state.js';
import { continuedTrials } from '../../fidelity/continued-trials.js';
import { hyperbandBrackets } from '../../fidelity/hyperband-brackets.js';
import { knownDesigns } from '../../history/known-designs.js';
import { trialsByNumber } from '../../history/trials-by-number.js';
import { type DehbOptions, dehbOptions } from './options.js';
import { proposeChild } from './propose-child.js';
import { challengeNext, decideChallenges, type Evolution, noEvolution } from './subpopulations.js';

/** A type, not an interface: only then is it assignable to `Json`. */
type DehbState = { readonly brackets: BracketState; readonly evolution: Evolution };

/**
 * DEHB (Awad, Mallik and Hutter 2021): a population for each fidelity, filled by one round of Hyperband's brackets. From
 * then on the trials of all rungs are children.
 */
export const dehb = defineSearcher<DehbOptions, DehbState>({
  name: 'dehb',
  stateVersion: 1,
  summary:
    'Hyperband with differential evolution: for long trainings, many parameters and time for two hundred full ones.',
  options: dehbOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: true,
  },
  init: () => ({ brackets: noBrackets, evolution: noEvolution }),
  ask(state, context) {
    const { options, maxStep, objectives, history, nextNumber } = context;
    const brackets = hyperbandBrackets({ ...options, maxStep });
    const told = history.fold(trialsByNumber);
    const known = knownDesigns(context);
    const continued = continuedTrials(context);
    let evolution = decideChallenges(state.evolution, { told, objectives });
    /** The size of a population is that of the largest rung at its fidelity (§4.2). */
    const challenge = (number: number, fidelity: number) => {
      const sizes = brackets.flat().filter((rung) => rung.fidelity === fidelity);
      const size = Math.max(...sizes.map((rung) => rung.size));
      const next = challengeNext(evolution, { number, fidelity, size });
      evolution = next.evolution;
      return next.place;
    };
    const answer = askBrackets(state.brackets, context, {
      brackets,
      eta: options.eta,
      promoting: brackets.length,
      candidatesAt: (fidelity) =>
        (evolution.subpopulations[fidelity]?.members ?? []).filter((number) => !continued.has(number)),
      propose(opening) {
        const { fidelity } = opening.rungs[opening.rung] ?? opening.rungs[0];
        const place = challenge(opening.number, fidelity);
        return proposeChild(context, { opening, place, subpopulations: evolution.subpopulations, told, known });
      },
    });
    if (answer.result.kind !== 'suggest') return { result: answer.result, state };
    // Those that go on from a lower fidelity take a place as well.
    for (const [index, { fidelity = maxStep, resumeFrom }] of answer.result.suggestions.entries()) {
      if (resumeFrom !== undefined) challenge(nextNumber + index, fidelity);
    }
    return { result: answer.result, state: { brackets: answer.state, evolution } };
  },
  tell: (state) => state,
});
