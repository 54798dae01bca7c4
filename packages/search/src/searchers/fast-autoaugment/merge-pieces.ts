import type { AskContext, Params, Suggestion } from '@cambium/core';
import { compareTrials, rankTrial } from '../../history/ranked-trial.js';
import type { FoldRound } from './fold-round.js';
import { type PieceSearches, pieceObjectives } from './piece-search.js';

interface JudgedPiece {
  /** Of the trial that judged it. */
  readonly number: number;
  readonly params: Params;
}

/**
 * The next policies to train with from scratch: the best pieces of all folds together; then the next best, as long as they
 * fill a whole policy. Fewer than `count` where there are no more.
 */
export function mergedPolicies(
  { space, history, pending }: AskContext<unknown>,
  searches: PieceSearches,
  { round, count }: { readonly round: FoldRound; readonly count: number },
): Suggestion[] {
  const { pieces } = searches;
  const ranked = takingTurns(round.folds.map(({ number }) => rankedPieces(searches, number)));
  const folds = round.folds.map(({ number }) => number);
  const rest = pieces.rest(round.folds[0]?.params ?? {});
  const ordinary = [...history.trials, ...pending].filter(({ mode }) => mode === undefined);
  const taken = new Set(ordinary.map(({ params }) => space.canonicalKey(params)));
  const suggestions: Suggestion[] = [];
  for (let place = 0; suggestions.length < count; place++) {
    const chosen = ranked.slice(place * pieces.count, (place + 1) * pieces.count);
    if (chosen.length === 0 || (place > 0 && chosen.length < pieces.count)) break;
    const params = { ...rest, ...pieces.policyOf(chosen.map((piece) => piece.params)) };
    const key = space.canonicalKey(params);
    if (taken.has(key) || !space.isFeasible(params)) continue;
    taken.add(key);
    const judgedBy = chosen.map(({ number }) => number).slice(0, 50);
    suggestions.push({ params, why: { by: 'merged pieces', place: place + 1, folds: folds.slice(0, 50), judgedBy } });
  }
  return suggestions;
}

/** Those that a fold's network measured something of, best first; of equals the earlier. */
function rankedPieces({ ofFold }: PieceSearches, fold: number): JudgedPiece[] {
  return (ofFold.get(fold)?.history.trials ?? [])
    .flatMap((trial) => {
      const ranked = rankTrial(trial, pieceObjectives);
      return ranked === undefined ? [] : [{ trial, ranked }];
    })
    .sort((a, b) => compareTrials(a.ranked, b.ranked) || a.ranked.number - b.ranked.number)
    .map(({ trial: { number, params } }) => ({ number, params }));
}

/** The best of each list, then the second best of each … without repetitions. */
function takingTurns(lists: readonly (readonly JudgedPiece[])[]): JudgedPiece[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const seen = new Set<string>();
  const turns: JudgedPiece[] = [];
  for (let place = 0; place < longest; place++) {
    for (const list of lists) {
      const piece = list[place];
      if (piece === undefined) continue;
      const key = JSON.stringify(piece.params);
      if (!seen.has(key)) turns.push(piece);
      seen.add(key);
    }
  }
  return turns;
}
