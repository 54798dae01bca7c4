import type { FinishedTrial, JsonObject, Params, PendingTrial, Rng } from '@cambium/core';

/** A member that is to go on from a better one's checkpoint with other parameters. */
export interface Exploration {
  readonly rng: Rng;
  /** Whose checkpoint it is. */
  readonly winner: FinishedTrial;
  /** The slice that both ended. */
  readonly slice: number;
  /** What is running, that of this very ask included. */
  readonly pending: readonly PendingTrial[];
  /** Params that members of the population go on with already, those of the winner among them. */
  isTaken(params: Params): boolean;
}

export interface PopulationPlan {
  readonly size: number;
  /** Steps at which the slices end, ascending up to the last step. */
  readonly ends: readonly [number, ...number[]];
  /** This share of a population copies as large a share. */
  readonly quantile: number;
  /** New parameters, and why these; undefined when there are none. */
  readonly explore: (
    exploration: Exploration,
  ) => { readonly params: Params; readonly why: { readonly by: string } & JsonObject } | undefined;
}
