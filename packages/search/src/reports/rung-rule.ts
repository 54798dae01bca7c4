/** One trial at one rung. */
type Entry = {
  /** The step at which it was judged: the rung's, or the next that it reported. */
  readonly step: number;
  /** Less is better; null for a value that was not finite. */
  readonly loss: number | null;
  readonly stopped: boolean;
};

/** Rung (its step, as text) → trial number → entry. A type, not an interface: only then is it assignable to `Json`. */
export type Rungs = { readonly rungs: Readonly<Record<string, Readonly<Record<string, Entry>>>> };

export interface RungRule {
  /** The steps of the rungs, ascending. */
  readonly steps: readonly number[];
  readonly eta: number;
  readonly maxStep: number;
}

/**
 * At a rung a trial goes on when it is among the best 1/η of all results there so far, its own included, and at least the
 * best; equals share the better place (Li et al. 2020, stopping variant). A value that is not finite never goes on. The
 * same report twice gets the same answer; a retried trial is judged anew, in its old place.
 */
export function judgeAtRung(
  state: Rungs,
  { trial, step, loss }: { readonly trial: number; readonly step: number; readonly loss: number | null },
  { steps, eta, maxStep }: RungRule,
): { readonly decision: 'continue' | 'stop'; readonly state: Rungs } {
  const rung = steps.findLast((level) => level <= step);
  if (rung === undefined || step >= maxStep) return { decision: 'continue', state };

  const entries = state.rungs[rung] ?? {};
  const previous = entries[trial];
  // Judged here already: a lost answer is given again. A retry comes from below.
  if (previous !== undefined && step > previous.step) {
    return { decision: previous.stopped ? 'stop' : 'continue', state };
  }
  const stopped = loss === null || !goesOn(loss, otherLosses(entries, trial), eta);
  const rungs = { ...state.rungs, [rung]: { ...entries, [trial]: { step, loss, stopped } } };
  return { decision: stopped ? 'stop' : 'continue', state: { rungs } };
}

function otherLosses(entries: Readonly<Record<string, Entry>>, trial: number): (number | null)[] {
  return Object.entries(entries)
    .filter(([number]) => number !== String(trial))
    .map(([, { loss }]) => loss);
}

/** Whether `loss` is one of the ⌊n/η⌋ (at least one) smallest of all n. */
function goesOn(loss: number, others: readonly (number | null)[], eta: number): boolean {
  const places = Math.max(1, Math.floor((others.length + 1) / eta));
  const better = others.filter((other) => other !== null && other < loss).length;
  return better < places;
}
