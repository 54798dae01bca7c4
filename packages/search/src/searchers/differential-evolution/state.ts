import type { RankedTrial } from '../../history/ranked-trial.js';
import type { Adaptation, ControlParameters } from './control-parameters.js';

// Types, not interfaces: only then are they assignable to `Json`.

/** A bred trial that was asked for and not told. */
export type Child = {
  readonly number: number;
  /** Of the member that it competes with. */
  readonly slot: number;
  readonly control: ControlParameters;
};

export type DifferentialEvolutionState = {
  /** The trial in each slot; null while it is empty. */
  readonly members: readonly (RankedTrial | null)[];
  readonly pending: readonly Child[];
  /** Numbers of members that were replaced of late: their differences to members say where things get better. */
  readonly archive: readonly number[];
  readonly adaptation: Adaptation;
  /** The slot whose turn it is. */
  readonly turn: number;
};
