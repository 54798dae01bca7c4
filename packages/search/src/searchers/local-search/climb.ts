import { type RankedTrial } from '../../history/ranked-trial.js';

// Types, not interfaces: only then are they assignable to `Json`.

/** One way up from a random start. */
export type Climb = {
  readonly id: number;
  /** The best so far; null until the start is told. */
  readonly best: RankedTrial | null;
  /** Of numbers, as a share of the range. */
  readonly step: number;
  /** See {@link Neighbourhood}. */
  readonly seed: number;
};

export type LocalSearchState = {
  /** Those that may still find something better. */
  readonly climbs: readonly Climb[];
  /** Trials that were asked for and not told. */
  readonly pending: readonly { readonly number: number; readonly climb: number }[];
  /** Climbs that were begun. */
  readonly begun: number;
};
