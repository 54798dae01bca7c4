import type { AskContext, AskResult, Json, Params, Rng, Suggestion } from '@cambium/core';
import { trialsByNumber } from '../history/trials-by-number.js';
import { type BracketState, countedTrials, needOf, nextRung, type OpenBracket, type Told } from './bracket-state.js';
import { continueBest } from './continue-best.js';
import { continuedTrials } from './continued-trials.js';
import type { Bracket } from './hyperband-brackets.js';

/** A new design and why. */
export interface Proposal {
  readonly params: Params;
  readonly why: { readonly by: string; readonly [detail: string]: Json };
}

/** Where a new design is wanted. */
export interface Opening {
  readonly rng: Rng;
  /** The number that its trial will get. */
  readonly number: number;
  /** The rungs of its bracket. */
  readonly rungs: Bracket;
  readonly rung: number;
}

export interface BracketPlan {
  readonly brackets: readonly [Bracket, ...Bracket[]];
  readonly eta: number;
  /** A design for the first rung of a bracket; undefined when the space holds nothing new. */
  readonly propose: (opening: Opening) => Proposal | undefined;
  /** How many brackets promote the best of a rung; later ones have new trials in every rung. By default all promote. */
  readonly promoting?: number;
  /** Numbers of the trials at a fidelity of which the best are promoted; by default those of the bracket's rung. */
  readonly candidatesAt?: (fidelity: number) => readonly number[];
}

export const noBrackets: BracketState = { opened: 0, open: [] };

/**
 * Runs brackets of successive halving one after the other (Li et al. 2018). Nobody waits for the last results of a rung:
 * meanwhile the next bracket begins, and older brackets come first when they have something to run (as in HpBandSter).
 */
export function askBrackets(
  given: BracketState,
  context: AskContext<unknown>,
  plan: BracketPlan,
): { readonly result: AskResult; readonly state: BracketState } {
  const told = context.history.fold(trialsByNumber);
  const continued = continuedTrials(context);
  const levels = plan.brackets[0].map(({ fidelity }) => fidelity);
  const suggestions: Suggestion[] = [];
  let state = given;
  for (let index = 0; index < context.count; index++) {
    const number = context.nextNumber + index;
    const next = nextOf(state, { plan, context, told, number, rng: context.rng.fork(index) });
    // The trials of open brackets may yet be promoted there.
    const over = next.state.open.length === 0;
    const suggestion = next.suggestion ?? (over ? continueBest(context, { levels, continued }) : undefined);
    if (suggestion === undefined) break;
    if (suggestion.resumeFrom !== undefined) continued.add(suggestion.resumeFrom);
    suggestions.push(suggestion);
    state = next.state;
  }
  const [first, ...rest] = suggestions;
  if (first !== undefined) return { result: { kind: 'suggest', suggestions: [first, ...rest] }, state };
  // The space is used up, but what is running may still be promoted.
  return { result: { kind: context.pending.length > 0 ? 'wait' : 'exhausted' }, state };
}

interface Turn {
  readonly plan: BracketPlan;
  readonly context: AskContext<unknown>;
  readonly told: Told;
  /** That the suggestion will get. */
  readonly number: number;
  readonly rng: Rng;
}

/** From the oldest bracket that has something to run, or from a new one. */
function nextOf({ opened, open }: BracketState, turn: Turn): { state: BracketState; suggestion?: Suggestion } {
  const left: OpenBracket[] = [];
  for (const [index, each] of open.entries()) {
    const step = stepOf(each, turn);
    if (step.open !== undefined) left.push(step.open);
    if (step.suggestion === undefined) continue;
    return { state: { opened, open: [...left, ...open.slice(index + 1)] }, suggestion: step.suggestion };
  }
  const size = rungsOf(turn.plan, opened)[0].size;
  const step = stepOf({ bracket: opened, rung: 0, size, parents: [], trials: [] }, turn);
  if (step.open === undefined || step.suggestion === undefined) return { state: { opened, open: left } };
  return { state: { opened: opened + 1, open: [...left, step.open] }, suggestion: step.suggestion };
}

/** The next trial of a bracket, if it has one to run, and what becomes of the bracket: undefined when it is over. */
function stepOf(open: OpenBracket, turn: Turn): { open: OpenBracket | undefined; suggestion?: Suggestion } {
  const { plan, context, told, number } = turn;
  switch (needOf(open, told)) {
    case 'results':
      return { open };
    case 'nothing': {
      const promotes = open.bracket < (plan.promoting ?? Infinity);
      const rungs = rungsOf(plan, open.bracket);
      const { fidelity } = rungs[open.rung] ?? rungs[0];
      const candidates = promotes ? plan.candidatesAt?.(fidelity) : undefined;
      const next = nextRung(open, {
        told,
        objectives: context.objectives,
        eta: plan.eta,
        promotes,
        ...(candidates === undefined ? {} : { candidates }),
      });
      const exists = next !== undefined && next.rung < rungs.length;
      return exists ? stepOf(next, turn) : { open: undefined };
    }
    case 'trial': {
      const suggestion = suggestionFor(open, turn);
      if (suggestion !== undefined) return { open: { ...open, trials: [...open.trials, number] }, suggestion };
      // Nothing new is left: the rung is as large as it got.
      const size = countedTrials(open, told);
      return size === 0 ? { open: undefined } : stepOf({ ...open, size }, turn);
    }
  }
}

function suggestionFor({ bracket, rung, parents, trials }: OpenBracket, turn: Turn): Suggestion | undefined {
  const { plan, told, number, rng } = turn;
  const rungs = rungsOf(plan, bracket);
  const fidelity = (rungs[rung] ?? rungs[0]).fidelity;
  const place = { bracket: rungs.length - 1, rung };
  if (parents.length === 0) {
    const proposal = plan.propose({ rng, number, rungs, rung });
    return proposal && { params: proposal.params, fidelity, why: { ...proposal.why, ...place } };
  }
  const from = parents[trials.length];
  const parent = from === undefined ? undefined : told.get(from);
  if (from === undefined || parent === undefined) return undefined;
  const why = { by: 'promotion', ...place, from, place: trials.length + 1, of: parents.length };
  return { params: parent.params, fidelity, resumeFrom: from, why };
}

function rungsOf({ brackets }: BracketPlan, bracket: number): Bracket {
  return brackets[bracket % brackets.length] ?? brackets[0];
}
