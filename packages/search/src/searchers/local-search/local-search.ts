import { type AskContext, defineSearcher, type Rng, type Suggestion } from '@cambium/core';
import { askEach } from '../../history/ask-each.js';
import { type Knowledge, knowledgeOf } from '../../history/knowledge.js';
import { randomSuggestion } from '../../history/random-suggestion.js';
import { compareTrials, type RankedTrial, rankTrial } from '../../history/ranked-trial.js';
import type { Climb, LocalSearchState } from './climb.js';
import { climbOn } from './climb-on.js';
import { type LocalSearchOptions, localSearchOptions } from './options.js';

/**
 * First-improvement hill climbing with random restarts: the first neighbour that is better is the next point, and a point
 * without a better neighbour ends the climb (on architectures: White et al. 2020, arXiv:2005.02960). Parallel trials try
 * neighbours of the best open climb; where those are all tried or pending, of the next best, or begin another one.
 */
export const localSearch = defineSearcher<LocalSearchOptions, LocalSearchState>({
  name: 'local-search',
  stateVersion: 1,
  summary: 'Climbs from random points by changing one parameter at a time: hard to beat on small discrete spaces.',
  options: localSearchOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
  },
  init: () => ({ climbs: [], pending: [], begun: 0 }),
  ask(before, context) {
    const knowledge = knowledgeOf(context);
    let state = before.begun > 0 ? before : beginAtBest(before, context, knowledge);
    const result = askEach(context.count, (index) => {
      const number = context.nextNumber + index;
      const rng = context.rng.fork(index);
      const next = climbBest(state, number, context, { ...knowledge, rng });
      state = next.state;
      if (next.suggestion !== undefined) return next.suggestion;
      const start = randomSuggestion(context, { ...knowledge, rng }, 'beginning a climb');
      if (start !== undefined) {
        state = begin(state, { best: null, step: context.options.step, seed: rng.int(2 ** 32) }, number);
      }
      return start;
    });
    return { result, state };
  },
  tell(state, { objectives }, trial) {
    const told = state.pending.find(({ number }) => number === trial.number);
    if (told === undefined) return state;
    const pending = state.pending.filter((other) => other !== told);
    const ranked = rankTrial(trial, objectives);
    const climbs = state.climbs
      .map((climb) => (climb.id === told.climb ? { ...climb, best: better(climb.best, ranked) } : climb))
      // A start that measured nothing leads nowhere.
      .filter(({ id, best }) => best !== null || pending.some(({ climb }) => climb === id));
    return { ...state, climbs, pending };
  },
});

/** Trials of others (given points, earlier experiments) spare the first start: their best is one. */
function beginAtBest(
  state: LocalSearchState,
  { options, rng }: AskContext<LocalSearchOptions>,
  { measured }: Knowledge,
): LocalSearchState {
  const best = [...measured.values()].map(({ ranked }) => ranked).sort(compareTrials)[0];
  return best === undefined ? state : begin(state, { best, step: options.step, seed: rng.fork('start').int(2 ** 32) });
}

function begin(state: LocalSearchState, climb: Omit<Climb, 'id'>, number?: number): LocalSearchState {
  const id = state.begun;
  return {
    climbs: [...state.climbs, { id, ...climb }],
    pending: number === undefined ? state.pending : [...state.pending, { number, climb: id }],
    begun: id + 1,
  };
}

/** An untried neighbour in the best climb that has one. Climbs that are at their top and wait for nobody end. */
function climbBest(
  before: LocalSearchState,
  number: number,
  context: AskContext<LocalSearchOptions>,
  knowledge: Knowledge & { rng: Rng },
): { readonly state: LocalSearchState; readonly suggestion?: Suggestion } {
  let state = before;
  for (const climb of before.climbs.filter(({ best }) => best !== null).toSorted(byBest)) {
    const found = climbOn(climb, context, knowledge);
    const waits = found.kind === 'neighbour' || state.pending.some((trial) => trial.climb === climb.id);
    const others = state.climbs.filter((other) => other !== climb);
    state = { ...state, climbs: waits ? [...others, found.climb] : others };
    if (found.kind === 'top') continue;
    const { params, changed } = found.neighbour;
    knowledge.known.add(params);
    return {
      state: { ...state, pending: [...state.pending, { number, climb: climb.id }] },
      suggestion: { params, builtOn: [found.of], why: { by: 'neighbour', of: found.of, changed, climb: climb.id } },
    };
  }
  return { state };
}

function byBest({ best: a }: Climb, { best: b }: Climb): number {
  return a === null || b === null ? 0 : compareTrials(a, b);
}

function better(best: RankedTrial | null, ranked: RankedTrial | undefined): RankedTrial | null {
  if (ranked === undefined || (best !== null && compareTrials(ranked, best) >= 0)) return best;
  return ranked;
}
