import { type AskContext, type AskResult, type Suggestion, supernetMode } from '@cambium/core';
import { newestRound, type Round } from './rounds.js';

export interface RoundSteps {
  /** Mode of the trial that a round begins with; a supernet's if absent. */
  readonly opening?: string;
  /** The next candidate to try with the round's weights; `wait`: not before others have ended; `done`: no more of them. */
  candidate(round: Round, index: number): Suggestion | 'wait' | 'done';
  /** The next network to train from scratch, of which all candidates have ended; undefined: no more of this round. */
  standalone(round: Round, index: number): Suggestion | undefined;
}

/**
 * Rounds of a supernet, of candidates that borrow its weights, and of networks that are trained from scratch. A supernet
 * that did not end well is tried again; a round is followed by the next, from other random numbers, while there is budget.
 */
export function askRounds(context: AskContext<unknown>, steps: RoundSteps): AskResult {
  const suggestions: Suggestion[] = [];
  const { opening = supernetMode } = steps;
  let round = newestRound(context, opening);
  while (suggestions.length < context.count) {
    const index = suggestions.length;
    const next = round === undefined || hasFailed(round) ? 'next-round' : nextOf(round, steps, index);
    if (next === 'wait') break;
    if (next === 'next-round' || round === undefined) {
      suggestions.push(openingSuggestion(context, opening, index));
      break;
    }
    suggestions.push(next);
    round = withSuggestion(round, next, context.nextNumber + index);
  }
  const [first, ...rest] = suggestions;
  return first === undefined ? { kind: 'wait' } : { kind: 'suggest', suggestions: [first, ...rest] };
}

function hasFailed({ opening }: Round): boolean {
  return opening.ended !== undefined && opening.ended.state !== 'complete';
}

function nextOf(
  round: Round,
  { candidate, standalone }: RoundSteps,
  index: number,
): Suggestion | 'wait' | 'next-round' {
  if (round.opening.ended === undefined) return 'wait';
  if (round.standalone.length === 0) {
    const next = candidate(round, index);
    if (next !== 'done') return next;
    if (round.candidates.some(({ ended }) => ended === undefined)) return 'wait';
  }
  const next = standalone(round, index);
  if (next !== undefined) return next;
  // The next supernet waits as well: what is suggested then does not depend on who finishes first.
  return round.standalone.some(({ ended }) => ended === undefined) ? 'wait' : 'next-round';
}

function openingSuggestion({ space, rng }: AskContext<unknown>, mode: string, index: number): Suggestion {
  const params = space.sample(rng.fork(`${mode}/${index}`));
  return { params, mode, why: { by: mode } };
}

function withSuggestion(round: Round, { mode, params }: Suggestion, number: number): Round {
  const trial = { number, params };
  return mode === 'shared-weights'
    ? { ...round, candidates: [...round.candidates, trial] }
    : { ...round, standalone: [...round.standalone, trial] };
}
