import type { Json } from '@cambium/core';

/** One trial at one rung. */
type Entry<Loss extends Json> = {
  /** The step at which it was judged: the rung's, or the next that it reported. */
  readonly step: number;
  /** Less is better; null for a value that was not finite. */
  readonly loss: Loss | null;
  readonly stopped: boolean;
};

/** Rung (its step, as text) → trial number → entry. A type, not an interface: only then is it assignable to `Json`. */
export type Rungs<Loss extends Json = number> = {
  readonly rungs: Readonly<Record<string, Readonly<Record<string, Entry<Loss>>>>>;
};

export interface RungRule<Loss> {
  /** The steps of the rungs, ascending. */
  readonly steps: readonly number[];
  readonly eta: number;
  readonly maxStep: number;
  /** Whether a result has one of so many places, the best ones, among the others that are finite. Equals share a place. */
  readonly hasPlace: (loss: Loss, others: readonly Loss[], places: number) => boolean;
}

/**
 * At a rung a trial goes on when it is among the best 1/η of all results there so far, its own included, and at least the
 * best; equals share the better place (Li et al. 2020, stopping variant). A value that is not finite never goes on. The
 * same report twice gets the same answer; a retried trial is judged anew, in its old place.
 */
export function judgeAtRung<Loss extends Json>(
  state: Rungs<Loss>,
  { trial, step, loss }: { readonly trial: number; readonly step: number; readonly loss: Loss | null },
  { steps, eta, maxStep, hasPlace }: RungRule<Loss>,
): { readonly decision: 'continue' | 'stop'; readonly state: Rungs<Loss> } {
  const rung = steps.findLast((level) => level <= step);
  if (rung === undefined || step >= maxStep) return { decision: 'continue', state };

  const entries = state.rungs[rung] ?? {};
  const previous = entries[trial];
  // Judged here already: a lost answer is given again. A retry comes from below.
  if (previous !== undefined && step > previous.step) {
    return { decision: previous.stopped ? 'stop' : 'continue', state };
  }
  const others = Object.entries(entries).filter(([number]) => number !== String(trial));
  const finite = others.map(([, entry]) => entry.loss).filter((other) => other !== null);
  const places = Math.max(1, Math.floor((others.length + 1) / eta));
  const stopped = loss === null || !hasPlace(loss, finite, places);
  const rungs = { ...state.rungs, [rung]: { ...entries, [trial]: { step, loss, stopped } } };
  return { decision: stopped ? 'stop' : 'continue', state: { rungs } };
}

/** Of one objective: fewer than `places` others are smaller. */
export function isAmongSmallest(loss: number, others: readonly number[], places: number): boolean {
  return others.filter((other) => other < loss).length < places;
}
