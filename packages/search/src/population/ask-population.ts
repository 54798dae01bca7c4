import {
  type AskContext,
  type AskResult,
  type PendingTrial,
  pendingFrom,
  type Rng,
  type Suggestion,
} from '@cambium/core';
import { type KnownDesigns, knownDesigns } from '../history/known-designs.js';
import { randomSuggestion } from '../history/random-suggestion.js';
import { trialsByNumber } from '../history/trials-by-number.js';
import { nextSlice } from './next-slice.js';
import { needOf, type Population, withTrial } from './population.js';
import type { PopulationPlan } from './population-plan.js';

/** A type, not an interface: only then is it assignable to `Json`. */
export type PopulationState = {
  /** Those that are not over, the oldest first. */
  readonly open: readonly Population[];
};

export const noPopulation: PopulationState = { open: [] };

/**
 * Population based training (Jaderberg et al. 2017) with truncation selection: at the end of each slice a member that is in
 * the worst quantile goes on from one of the best, with other parameters. Those who are behind come first, and nobody waits
 * for the results of others. When all are in their last slice, another population begins.
 */
export function askPopulation(
  given: PopulationState,
  context: AskContext<unknown>,
  plan: PopulationPlan,
): { readonly result: AskResult; readonly state: PopulationState } {
  const pending = [...context.pending];
  const known = knownDesigns(context);
  const suggestions: Suggestion[] = [];
  let open = given.open;
  for (let index = 0; index < context.count; index++) {
    const number = context.nextNumber + index;
    const next = nextOf(open, { plan, context, pending, known, number, rng: context.rng.fork(index) });
    if (next === undefined) break;
    suggestions.push(next.suggestion);
    pending.push(pendingFrom(number, next.suggestion));
    open = next.open;
  }
  const [first, ...rest] = suggestions;
  if (first !== undefined) return { result: { kind: 'suggest', suggestions: [first, ...rest] }, state: { open } };
  return { result: { kind: context.pending.length > 0 ? 'wait' : 'exhausted' }, state: { open } };
}

interface Turn {
  readonly plan: PopulationPlan;
  readonly context: AskContext<unknown>;
  /** Those of this very ask among them. */
  readonly pending: readonly PendingTrial[];
  readonly known: KnownDesigns;
  /** That the suggestion will get. */
  readonly number: number;
  readonly rng: Rng;
}

/** From the oldest population that has something to run, or from a new one when all are in their last slice. */
function nextOf(
  open: readonly Population[],
  turn: Turn,
): { open: readonly Population[]; suggestion: Suggestion } | undefined {
  const { plan, context } = turn;
  const told = context.history.fold(trialsByNumber);
  const left: Population[] = [];
  for (const [index, each] of open.entries()) {
    const step = stepOf(each, turn);
    if (step !== undefined) {
      return { open: [...left, step.population, ...open.slice(index + 1)], suggestion: step.suggestion };
    }
    const running = each.members.filter((trials) => needOf(trials, told, plan.ends.length).kind === 'result');
    if (running.some((trials) => trials.length < plan.ends.length)) return undefined;
    if (running.length > 0) left.push(each);
  }
  const step = stepOf({ size: plan.size, members: [] }, turn);
  return step && { open: [...left, step.population], suggestion: step.suggestion };
}

/** The next trial of the member who is furthest behind of those who can go on; undefined when none can. */
function stepOf(population: Population, turn: Turn): { population: Population; suggestion: Suggestion } | undefined {
  const { plan, context, number } = turn;
  const told = context.history.fold(trialsByNumber);
  const places = Array.from({ length: population.size }, (_, member) => {
    const need = needOf(population.members[member] ?? [], told, plan.ends.length);
    return { member, need, slice: need.kind === 'slice' ? need.slice + 1 : 0 };
  });
  let full = false;
  for (const { member, need, slice } of places.sort((a, b) => a.slice - b.slice || a.member - b.member)) {
    if (need.kind === 'result' || need.kind === 'end' || (full && need.kind === 'start')) continue;
    const suggestion = slice === 0 ? startOf(member, turn) : nextSlice({ population, member, slice: slice - 1 }, turn);
    if (suggestion !== undefined) return { population: withTrial(population, { member, slice, number }), suggestion };
    full ||= slice === 0;
  }
  return undefined;
}

/** Undefined when the space holds nothing new: the population is as large as it got. */
function startOf(member: number, { plan, context, known, rng }: Turn): Suggestion | undefined {
  const proposal = randomSuggestion(context, { known, rng }, 'filling the population');
  return proposal && { params: proposal.params, why: { ...proposal.why, member }, fidelity: plan.ends[0] };
}
