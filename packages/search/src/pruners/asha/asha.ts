import { definePruner } from '@cambium/core';
import { ashaOptions } from './options.js';
import { rungSteps } from './rungs.js';

/** One trial at one rung. A type, not an interface: only then is it assignable to `Json`. */
type Entry = {
  /** The step at which it was judged: the rung's, or the next that it reported. */
  readonly step: number;
  /** Less is better; null for a value that was not finite. */
  readonly loss: number | null;
  readonly stopped: boolean;
};

/** Rung (its step, as text) → trial number → entry. */
type AshaState = { readonly rungs: Readonly<Record<string, Readonly<Record<string, Entry>>>> };

/**
 * Asynchronous successive halving (Li et al. 2020), the variant that stops trials instead of resuming promoted ones: at a
 * rung a trial goes on when it is among the best 1/η of all results there so far, its own included, and at least the
 * best. Values that are not finite are worse than any and never go on.
 */
export const asha = definePruner({
  name: 'asha',
  stateVersion: 1,
  summary: 'Stops all but the best third at every rung: the most trials for the time, when early curves tell.',
  options: ashaOptions,
  capabilities: { multiObjective: false },
  init: (): AshaState => ({ rungs: {} }),
  report(state, { options, objectives, maxStep }, { trial, step, values }) {
    const steps = rungSteps({ first: options.minSteps, eta: options.eta, maxStep });
    const rung = steps.findLast((level) => level <= step);
    if (rung === undefined || step >= maxStep) return { decision: 'continue', state };

    const entries = state.rungs[rung] ?? {};
    const previous = entries[trial];
    // Judged here already: a lost answer is given again. A retry comes from below and is judged anew, in its old place.
    if (previous !== undefined && step > previous.step) {
      return { decision: previous.stopped ? 'stop' : 'continue', state };
    }
    const value = values[0] ?? Number.NaN;
    const loss = Number.isFinite(value) ? (objectives[0]?.direction === 'maximize' ? -value : value) : null;
    const others = Object.entries(entries).filter(([number]) => number !== String(trial));
    const stopped =
      loss === null ||
      !goesOn(
        loss,
        others.map(([, entry]) => entry.loss),
        options.eta,
      );
    const entry: Entry = { step, loss, stopped };
    const rungs = { ...state.rungs, [rung]: { ...entries, [trial]: entry } };
    return { decision: stopped ? 'stop' : 'continue', state: { rungs } };
  },
});

/** Whether `loss` is one of the ⌊n/η⌋ (at least one) smallest of all n; equals share the better place. */
function goesOn(loss: number, others: readonly (number | null)[], eta: number): boolean {
  const places = Math.max(1, Math.floor((others.length + 1) / eta));
  const better = others.filter((other) => other !== null && other < loss).length;
  return better < places;
}
