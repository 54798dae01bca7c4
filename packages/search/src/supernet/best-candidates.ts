import type { AskContext, Suggestion } from '@cambium/core';
import { compareTrials, rankTrial } from '../history/ranked-trial.js';
import type { Round, RoundTrial } from './rounds.js';
import { standaloneDesigns } from './standalone-designs.js';

/** Those that measured something, best first; of equals the earlier. */
export function rankedCandidates(
  candidates: readonly RoundTrial[],
  { objectives }: Pick<AskContext<unknown>, 'objectives'>,
): RoundTrial[] {
  return candidates
    .flatMap((trial) => {
      const ranked = trial.ended && rankTrial(trial.ended, objectives);
      return ranked === undefined ? [] : [{ trial, ranked }];
    })
    .sort((a, b) => compareTrials(a.ranked, b.ranked) || a.ranked.number - b.ranked.number)
    .map(({ trial }) => trial);
}

/** The best by shared weights that was not trained from scratch yet. Undefined: there is none. */
export function bestStandalone(context: AskContext<unknown>, round: Round): Suggestion | undefined {
  const taken = standaloneDesigns(context, round);
  const ranked = rankedCandidates(round.candidates, context);
  const place = ranked.findIndex(({ params }) => !taken.has(context.space.canonicalKey(params)));
  const best = ranked[place];
  if (best === undefined) return undefined;
  return {
    params: best.params,
    why: { by: 'shared weights', supernet: round.opening.number, candidate: best.number, place: place + 1 },
  };
}
