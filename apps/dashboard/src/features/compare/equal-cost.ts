import { compareResults, type Direction } from '@cambium/core';

/** The columns of a search's best so far by device time: rows by index, the last one for now. */
export interface CostHistory {
  /** Device seconds that the search had taken; ascending. */
  readonly seconds: readonly number[];
  /** Trials that had ended. */
  readonly trials: readonly number[];
  readonly best: readonly (number | null)[];
  readonly bestSteps: readonly (number | null)[];
  readonly number: readonly (number | null)[];
}

/** What a search had come to. */
export interface Reached {
  readonly value: number;
  /** The step at which that trial was to end. */
  readonly steps: number;
  /** Its number. */
  readonly trial: number;
}

/** Device seconds that the search has taken by now. */
export function spentSeconds({ seconds }: CostHistory): number {
  return seconds.at(-1) ?? 0;
}

/**
 * What all searches have spent: all of the one that has spent least, of those that have begun. null: fewer than two have,
 * and there is no cost to compare at.
 */
export function equalSeconds(histories: readonly CostHistory[]): number | null {
  const spent = histories.map(spentSeconds).filter((seconds) => seconds > 0);
  return spent.length < 2 ? null : Math.min(...spent);
}

/** The best when the search had taken so many device seconds, a trial that ended just then included; null: none yet. */
export function reachedAt({ seconds, best, bestSteps, number }: CostHistory, cost: number): Reached | null {
  const row = seconds.findLastIndex((each) => each <= cost);
  const [value, steps, trial] = [best[row] ?? null, bestSteps[row] ?? null, number[row] ?? null];
  return value === null || steps === null || trial === null ? null : { value, steps, trial };
}

/** A result that may lead. */
export interface Contender {
  readonly value: number;
  /** The part of its experiment's steps that it took, above 0 and at most 1. */
  readonly share: number;
}

/**
 * Indices of the best results, several where they are equal: a value after a part of the steps is no match for one after
 * all of them. Nobody leads alone, or where all are equal.
 */
export function leaders(results: readonly (Contender | null)[], direction: Direction): ReadonlySet<number> {
  const entered = [...results.entries()].flatMap(([index, each]) =>
    each === null ? [] : [{ index, value: each.value, steps: each.share }],
  );
  const ranked = entered.toSorted((a, b) => compareResults(a, b, direction));
  const [first] = ranked;
  const equal = ranked.filter((each) => first !== undefined && compareResults(each, first, direction) === 0);
  return new Set(equal.length === ranked.length ? [] : equal.map(({ index }) => index));
}
