import type { Params, Rng } from '@cambium/core';

/** A point that a model proposes. */
export interface Candidate {
  readonly params: Params;
  /** log good − log others. */
  readonly gain: number;
  /** Number of the trial near which it was drawn (exploitation), or the prior (exploration); absent where it was several. */
  readonly near?: number | 'prior';
}

export interface Proposal {
  /** How many acceptable draws to choose from. */
  readonly candidates: number;
  readonly rng: Rng;
  /** False for a point that can't be suggested. */
  accepts(params: Params): boolean;
}

export interface TpeModel {
  /** The most promising acceptable draw; undefined when hardly any draw is acceptable. */
  propose(proposal: Proposal): Candidate | undefined;
}
