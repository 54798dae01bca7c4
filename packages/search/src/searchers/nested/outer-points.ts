import {
  type AskContext,
  createSearchHistory,
  type FinishedTrial,
  type Json,
  type Params,
  type SearchHistory,
} from '@cambium/core';
import { winnersOf } from '../../composite/winners.js';
import { trialsByNumber } from '../../history/trials-by-number.js';

/** A point of the outer search that is under way. A type, not an interface: it is part of a state. */
export type OuterPoint = {
  /** That of its first trial, by which the outer search knows it. */
  readonly number: number;
  /** A point of the whole space: as the outer search proposed it, with what the inner one starts from. */
  readonly params: Params;
  /** The inner searcher's state. */
  readonly state: Json;
  /** Numbers of its trials. */
  readonly asked: readonly number[];
  /** True: the inner search has nothing more. */
  readonly exhausted: boolean;
};

/** An outer point that is over: its number, and that of its best trial, or of its first where nothing was measured. */
export type ClosedPoint = readonly [number: number, best: number];

/** Undefined while the point has, or may have, trials under way. */
export function closedPoint(
  { history, objectives, space }: AskContext<unknown>,
  { number, asked, exhausted }: OuterPoint,
  trials: number,
): ClosedPoint | undefined {
  const byNumber = history.fold(trialsByNumber);
  const ended = asked.flatMap((each) => byNumber.get(each) ?? []);
  if (ended.length < asked.length || (asked.length < trials && !exhausted)) return undefined;
  const [best] = winnersOf(ended, objectives, { count: 1, keyOf: ({ params }) => space.canonicalKey(params) });
  return [number, best?.number ?? number];
}

/** What the outer search is told of a point that is over: the result of its best trial. */
export function outerTrial(
  { history }: AskContext<unknown>,
  [number, best]: ClosedPoint,
  outerParams: (params: Params) => Params,
): FinishedTrial | undefined {
  const trial = history.fold(trialsByNumber).get(best);
  return trial && { ...trial, number, params: outerParams(trial.params) };
}

/** One trial for each point that is over. */
export function outerHistory(
  context: AskContext<unknown>,
  closed: readonly ClosedPoint[],
  outerParams: (params: Params) => Params,
): SearchHistory {
  const history = createSearchHistory(context);
  for (const point of closed) {
    const trial = outerTrial(context, point, outerParams);
    if (trial !== undefined) history.add(trial);
  }
  return history;
}
