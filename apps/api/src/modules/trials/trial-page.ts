import type { Page, Trial, TrialFilter } from '@cambium/core';

/** A page of trials, and what to count when the total is asked for. */
export interface TrialPage extends Page<Trial> {
  readonly experimentId: string;
  readonly filter?: TrialFilter;
  /** Newest event of the experiment before the page was read. */
  readonly lastSeq: number;
}
