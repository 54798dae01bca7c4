import {
  type AskContext,
  createSearchHistory,
  densityMatchingMode,
  type FinishedTrial,
  type FoldContext,
  foldMode,
  type GrowingHistory,
  type HistoryFold,
  heldOutMetrics,
  type Objective,
  type Params,
  type Suggestion,
} from '@cambium/core';
import { constrainSpace, createSpace } from '@cambium/spaces';
import { lossVector } from '../../history/loss-vector.js';
import { tpe } from '../tpe/index.js';
import { tpeOptions } from '../tpe/options.js';
import type { FastAutoAugmentOptions } from './options.js';
import { type Pieces, piecesOf } from './pieces.js';

/** The search that goes on with one fold's network, as a search of its own: over pieces, for the least loss. */
export interface PieceSearch extends FoldContext {
  readonly history: GrowingHistory;
}

export interface PieceSearches {
  readonly pieces: Pieces;
  /** By the number of the fold's trial. */
  readonly ofFold: Map<number, PieceSearch>;
}

export const pieceObjectives: readonly Objective[] = [{ metric: 'loss', direction: 'minimize' }];
const options = tpeOptions.parse({});

/** All searches so far; each trial is put in its own once. */
export const pieceSearches: HistoryFold<PieceSearches> = {
  start: ({ space, options }) => {
    const { pieceSize } = options as FastAutoAugmentOptions;
    return { pieces: piecesOf(space, pieceSize), ofFold: new Map() };
  },
  add(searches, trial, context) {
    const { pieces, ofFold } = searches;
    if (trial.mode === foldMode && trial.state === 'complete') {
      ofFold.set(trial.number, startSearch(pieces, trial, context));
    }
    if (trial.mode === densityMatchingMode && trial.parent !== undefined) {
      ofFold.get(trial.parent)?.history.add(asPiece(trial, pieces, context));
    }
    return searches;
  },
};

function startSearch(pieces: Pieces, { params }: FinishedTrial, { space }: FoldContext): PieceSearch {
  const rest = pieces.rest(params);
  const own = constrainSpace(createSpace(pieces.parameters), (piece) =>
    space.isFeasible({ ...rest, ...pieces.policyOf([piece]) }),
  );
  const context = { space: own, objectives: pieceObjectives, constraints: [], options, maxStep: 1 };
  return { ...context, history: createSearchHistory(context) };
}

function asPiece(trial: FinishedTrial, pieces: Pieces, context: FoldContext): FinishedTrial {
  const { mode: _, parent: __, values: ___, ...told } = trial;
  const loss = lossOf(trial, context);
  return { ...told, params: pieces.first(trial.params), ...(loss === undefined ? {} : { values: [loss] }) };
}

/** What the fold's network measured. A task that measures the search's own objective in this mode is taken at its word. */
function lossOf({ metrics, values }: FinishedTrial, { objectives, options }: FoldContext): number | undefined {
  const { judge } = options as FastAutoAugmentOptions;
  const measured = metrics[heldOutMetrics[judge]];
  if (typeof measured === 'number') return judge === 'accuracy' ? -measured : measured;
  return lossVector(values, objectives)?.[0];
}

export interface PendingPiece {
  readonly number: number;
  readonly params: Params;
}

/** The next `count` policies for a fold's network to judge; fewer where the space holds nothing new. */
export function askPieces(
  context: AskContext<FastAutoAugmentOptions>,
  { pieces, ofFold }: PieceSearches,
  asked: {
    readonly fold: PendingPiece;
    readonly pending: readonly PendingPiece[];
    readonly nextNumber: number;
    readonly count: number;
  },
): Suggestion[] {
  const { fold, pending, nextNumber, count } = asked;
  const search = ofFold.get(fold.number);
  if (search === undefined) return [];
  const { result } = tpe.ask(null, {
    ...search,
    budget: context.budget,
    rng: context.rng.fork(`fold/${fold.number}`),
    pending: pending.map(({ number, params }) => ({ number, params: pieces.first(params) })),
    nextNumber,
    count,
  });
  if (result.kind !== 'suggest') return [];
  const rest = pieces.rest(fold.params);
  return result.suggestions.map(({ params, why }) => ({
    params: { ...rest, ...pieces.policyOf([params]) },
    mode: densityMatchingMode,
    resumeFrom: fold.number,
    why: { ...(why as object), fold: fold.number },
  }));
}
