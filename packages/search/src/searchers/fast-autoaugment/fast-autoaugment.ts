import { type AskContext, type AskResult, defineHistorySearcher, foldMode, type Suggestion } from '@cambium/core';
import { freshSample } from '../../history/fresh-sample.js';
import { knownDesigns } from '../../history/known-designs.js';
import { type FoldRound, newestRound } from './fold-round.js';
import { leastTrials } from './least-trials.js';
import { mergedPolicies } from './merge-pieces.js';
import { type FastAutoAugmentOptions, fastAutoAugmentOptions } from './options.js';
import { askPieces, type PieceSearches, pieceSearches } from './piece-search.js';

type Context = AskContext<FastAutoAugmentOptions>;

/**
 * Fast AutoAugment (Lim et al. 2019): networks that were trained without augmentation on a part of the images judge policies
 * by what they make of the other part, augmented; the best of each are merged, and trained with.
 */
export const fastAutoaugment = defineHistorySearcher<FastAutoAugmentOptions>({
  name: 'fast-autoaugment',
  stateVersion: 1,
  summary:
    'Finds an augmentation policy in about the time of a few trainings: networks trained without any judge many policies in moments each.',
  options: fastAutoAugmentOptions,
  capabilities: {
    multiObjective: false,
    conditional: true,
    finite: false,
    orderIndependent: false,
    multiFidelity: false,
    densityMatching: true,
  },
  leastTrials,
  ask(context) {
    const { options, count, history } = context;
    const searches = history.fold(pieceSearches);
    const round = newestRound(context);
    const { folds, judged, standalone } = round;
    if (judged.length === 0 && folds.length < options.folds) {
      return suggest(askFolds(context, { searches, round, count: Math.min(count, options.folds - folds.length) }));
    }
    if (isPending(folds)) return { kind: 'wait' };
    if (standalone.length === 0) {
      const policies = askPolicies(context, searches, round);
      if (policies.length > 0) return suggest(policies);
      if (isPending(judged)) return { kind: 'wait' };
    }
    const wanted = Math.min(count, options.standalone - standalone.length);
    const merged = mergedPolicies(context, searches, { round, count: wanted });
    if (merged.length > 0) return suggest(merged);
    if (isPending(standalone)) return { kind: 'wait' };
    const empty = { folds: [], judged: [], standalone: [] };
    return suggest(askFolds(context, { searches, round: empty, count: Math.min(count, options.folds) }));
  },
});

function isPending(trials: FoldRound['folds']): boolean {
  return trials.some(({ ended }) => ended === undefined);
}

function suggest([first, ...rest]: readonly Suggestion[]): AskResult {
  return first === undefined ? { kind: 'wait' } : { kind: 'suggest', suggestions: [first, ...rest] };
}

/** Everything beside the policy is drawn with a round's first fold, and the same in all of its trials. */
function askFolds(
  context: Context,
  { searches, round, count }: { searches: PieceSearches; round: FoldRound; count: number },
): Suggestion[] {
  const { space, rng } = context;
  const { pieces } = searches;
  const known = knownDesigns(context);
  const first = round.folds[0];
  let rest = first && pieces.rest(first.params);
  return Array.from({ length: count }, (_, index) => {
    const own = rng.fork(`fold/${index}`);
    const drawn = freshSample(space, known, own) ?? space.sample(own);
    rest ??= pieces.rest(drawn);
    const params = { ...drawn, ...rest };
    known.add(params);
    return { params, mode: foldMode, why: { by: 'fold', because: 'its network is to judge policies' } };
  });
}

/** Policies for the folds with the fewest, in turn, until each has as many as it is to judge. */
function askPolicies(context: Context, searches: PieceSearches, { folds, judged }: FoldRound): Suggestion[] {
  const { options, budget, nextNumber, count } = context;
  const begun = (folds.at(-1)?.number ?? -1) + 1;
  const affordable = Math.floor((budget.maxTrials - begun - options.standalone) / folds.length);
  const most = Math.max(1, Math.min(options.searches, affordable));
  const shares = folds.map((fold) => {
    const own = judged.filter(({ parent }) => parent === fold.number);
    return { fold, pending: own.filter(({ ended }) => ended === undefined), judged: own.length, asked: 0 };
  });
  for (let i = 0; i < count; i++) {
    const least = shares.reduce((a, b) => (b.judged + b.asked < a.judged + a.asked ? b : a));
    if (least.judged + least.asked >= most) break;
    least.asked++;
  }
  const suggestions: Suggestion[] = [];
  for (const { fold, pending, asked } of shares) {
    if (asked === 0) continue;
    const place = { fold, pending, nextNumber: nextNumber + suggestions.length, count: asked };
    suggestions.push(...askPieces(context, searches, place));
  }
  return suggestions;
}
