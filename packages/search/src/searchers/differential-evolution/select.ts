import { compareTrials, type RankedTrial } from '../../history/ranked-trial.js';
import { adapt } from './control-parameters.js';
import type { Child, DifferentialEvolutionState } from './state.js';

/**
 * A child takes the place of the member that it competes with, unless it is worse (or measured nothing: `result` is
 * undefined), and the control parameters learn from that.
 */
export function select(
  state: DifferentialEvolutionState,
  { slot, control }: Pick<Child, 'slot' | 'control'>,
  result: RankedTrial | undefined,
): DifferentialEvolutionState {
  const member = state.members[slot] ?? null;
  if (member === null) return result === undefined ? state : place(state, slot, result);
  const success = result !== undefined && compareTrials(result, member) <= 0;
  const adaptation = adapt(state.adaptation, { control, success }, state.members.length);
  return { ...(success ? place(state, slot, result) : state), adaptation };
}

/** A trial that was not bred takes an empty place, or that of the worst member where it is better. */
export function admit(state: DifferentialEvolutionState, result: RankedTrial): DifferentialEvolutionState {
  const slot = worstSlot(state);
  const worst = state.members[slot] ?? null;
  return worst === null || compareTrials(result, worst) < 0 ? place(state, slot, result) : state;
}

function place(
  { members, archive, ...state }: DifferentialEvolutionState,
  slot: number,
  result: RankedTrial,
): DifferentialEvolutionState {
  const replaced = members[slot];
  return {
    ...state,
    members: members.map((member, i) => (i === slot ? result : member)),
    archive: replaced ? [...archive, replaced.number].slice(-members.length) : archive,
  };
}

/** The first empty one, else that of the worst member. */
function worstSlot({ members }: DifferentialEvolutionState): number {
  let worst = 0;
  for (const [slot, member] of members.entries()) {
    if (member === null) return slot;
    const before = members[worst];
    if (before && compareTrials(member, before) > 0) worst = slot;
  }
  return worst;
}
