import { type AskContext, defineSearcher, type Rng, type Suggestion } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { type Knowledge, knowledgeOf } from '../../history/knowledge.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { rankTrial } from '../../history/ranked-trial.js';
import { breed } from './breed.js';
import { startAdaptation } from './control-parameters.js';
import { type DifferentialEvolutionOptions, differentialEvolutionOptions } from './options.js';
import { admit, select } from './select.js';
import type { DifferentialEvolutionState } from './state.js';

/** Children drawn before giving up on a new one. */
const tries = 100;

/**
 * Differential evolution (Storn and Price 1997): a member moves by differences of others, and a child replaces the member it
 * competes with unless it is worse. Asynchronous: members take turns, and each child is bred from those told so far.
 */
export const differentialEvolution = defineSearcher<DifferentialEvolutionOptions, DifferentialEvolutionState>({
  name: 'differential-evolution',
  stateVersion: 1,
  summary: 'Moves a population by its own differences: a robust baseline on mixed spaces, with several hundred trials.',
  options: differentialEvolutionOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  init: ({ options }) => startState(options),
  ask(before, context) {
    const { options, history, pending, nextNumber } = context;
    const knowledge = knowledgeOf(context);
    const asked = history.trials.length + pending.length;
    let state = before;
    const result = askEach(context.count, (index) => {
      const means = { ...knowledge, rng: context.rng.fork(index) };
      if (asked + index < options.population) return randomSuggestion(context, means, 'filling the population');
      const born = newChild(state, nextNumber + index, context, means);
      state = born.state;
      return born.child ?? randomSuggestion(context, means, 'no new child could be bred');
    });
    return { result, state };
  },
  tell(state, { objectives }, trial) {
    const result = rankTrial(trial, objectives);
    const child = state.pending.find(({ number }) => number === trial.number);
    if (child === undefined) return result === undefined ? state : admit(state, result);
    return select({ ...state, pending: state.pending.filter((other) => other !== child) }, child, result);
  },
});

function startState({ population }: DifferentialEvolutionOptions): DifferentialEvolutionState {
  const members = Array.from({ length: population }, () => null);
  return { members, pending: [], archive: [], adaptation: startAdaptation(), turn: 0 };
}

/**
 * A feasible child that is no known design; none while there are not enough members, or after some tries. A known result
 * counts on the way as if the child had been tried again.
 */
function newChild(
  before: DifferentialEvolutionState,
  number: number,
  { space, options }: AskContext<DifferentialEvolutionOptions>,
  { known, results, measured, rng }: Knowledge & { readonly rng: Rng },
): { readonly state: DifferentialEvolutionState; readonly child?: Suggestion } {
  let state = before;
  for (let i = 0; i < tries; i++) {
    const slot = state.turn;
    const bred = breed(state, slot, { space, options, measured, rng });
    if (bred === undefined) break;
    const { params, control, target, parents } = bred;
    state = { ...state, turn: (slot + 1) % state.members.length };
    if (!space.isFeasible(params)) continue;
    if (known.has(params)) {
      const result = results.of(params);
      const isMember = state.members.some((member) => member?.number === result?.number);
      if (result && !isMember) state = select(state, { slot, control }, result);
      continue;
    }
    const why = { by: options.strategy, target, parents, F: rounded(control.weight), CR: rounded(control.rate) };
    known.add(params);
    return { state: { ...state, pending: [...state.pending, { number, slot, control }] }, child: { params, why } };
  }
  return { state };
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
