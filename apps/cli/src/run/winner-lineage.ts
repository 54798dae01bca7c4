import type { Json, Params, TrialIdentity } from '@cambium/core';

/** What must be known of trials to follow one back. */
export type RelatedTrial = Pick<TrialIdentity, 'number' | 'mode' | 'parent' | 'builtOn' | 'why'> & {
  readonly params: Params;
  readonly values: readonly number[] | null;
};

/** A trial on the way to the winner. */
export interface LineageStep {
  readonly number: number;
  /** The stage of the search that made it, or else who proposed it; null where nobody said. */
  readonly stage: string | null;
  readonly values: readonly number[] | null;
  /** Names of the params in which it differs from the step before; empty of the first. */
  readonly changed: readonly string[];
}

/** The trials that one comes from, each built on the one before it: oldest first, itself last (`Trial.lineage` of the API). */
export function winnerLineage(trials: readonly RelatedTrial[], winner: number): LineageStep[] {
  const byNumber = new Map(trials.map((trial) => [trial.number, trial]));
  const chain: RelatedTrial[] = [];
  let next = byNumber.get(winner);
  while (next !== undefined) {
    chain.unshift(next);
    const { number, parent, builtOn } = next;
    const before = parent ?? builtOn[0] ?? -1;
    // Only on earlier ones: no chain runs in a circle.
    next = before < number ? byNumber.get(before) : undefined;
  }
  return chain.map((trial, index) => {
    const { number, mode, why, values, params } = trial;
    const before = chain[index - 1]?.params;
    return {
      number,
      stage: mode ?? stageOf(why),
      values,
      changed: before === undefined ? [] : changed(before, params),
    };
  });
}

function changed(before: Params, after: Params): string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].filter((name) => before[name] !== after[name]);
}

function stageOf(why: Json): string | null {
  if (typeof why !== 'object' || why === null || Array.isArray(why)) return null;
  const { stage, by } = why as { readonly [key: string]: Json };
  return typeof stage === 'string' ? stage : typeof by === 'string' ? by : null;
}
