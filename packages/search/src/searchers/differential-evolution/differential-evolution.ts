import { type AskContext, defineSearcher, type Rng, type Space, type Suggestion } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { freshSample } from '../../history/fresh-sample.js';
import { type KnownDesigns, knownDesigns } from '../../history/known-designs.js';
import { type MeasuredTrial, measuredTrials } from '../../history/measured-trials.js';
import { rankTrial } from '../../history/ranked-trial.js';
import { type ToldResults, toldResults } from '../../history/told-results.js';
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
    const { space, options, history, pending, nextNumber } = context;
    const known = knownDesigns(context);
    const knowledge = { known, results: toldResults(context), measured: history.fold(measuredTrials) };
    const asked = history.trials.length + pending.length;
    let state = before;
    const result = askEach(context.count, (index) => {
      const rng = context.rng.fork(index);
      const filling = asked + index < options.population;
      const born: Bearing = filling ? { state } : newChild(state, nextNumber + index, context, { ...knowledge, rng });
      state = born.state;
      const suggestion = born.suggestion ?? randomSuggestion(space, { known, rng, filling });
      if (suggestion !== undefined) known.add(suggestion.params);
      return suggestion;
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

interface Knowledge {
  readonly known: KnownDesigns;
  readonly results: ToldResults;
  readonly measured: ReadonlyMap<number, MeasuredTrial>;
}

interface Bearing {
  readonly state: DifferentialEvolutionState;
  readonly suggestion?: Suggestion;
}

/**
 * A feasible child that is no known design; none while there are not enough members, or after some tries. A known result
 * counts on the way as if the child had been tried again.
 */
function newChild(
  before: DifferentialEvolutionState,
  number: number,
  { space, options }: AskContext<DifferentialEvolutionOptions>,
  { known, results, measured, rng }: Knowledge & { rng: Rng },
): Bearing {
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
    return { state: { ...state, pending: [...state.pending, { number, slot, control }] }, suggestion: { params, why } };
  }
  return { state };
}

function randomSuggestion(
  space: Space,
  { known, rng, filling }: { known: KnownDesigns; rng: Rng; filling: boolean },
): Suggestion | undefined {
  const params = freshSample(space, known, rng);
  const because = filling ? 'filling the population' : 'no new child could be bred';
  return params && { params, why: { by: 'random', because } };
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
