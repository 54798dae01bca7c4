import type { Metrics } from '../values/metrics.js';
import type { Params } from '../values/params.js';

/** A trial that has been asked for and not yet told. */
export interface PendingTrial {
  readonly number: number;
  readonly params: Params;
  readonly fidelity?: number;
  /** Number of the trial that it goes on from. */
  readonly parent?: number;
  readonly mode?: string;
}

export type FinishedState = 'complete' | 'pruned' | 'failed' | 'cancelled' | 'infeasible';

export interface FinishedTrial {
  readonly number: number;
  readonly params: Params;
  readonly state: FinishedState;
  /** One per objective, in the spec's order and directions; absent when the trial did not measure all of them. */
  readonly values?: readonly number[];
  readonly metrics: Metrics;
  /** From the start of its last attempt to its end; absent for one that never ran. */
  readonly seconds?: number;
  /** Last reported step, 0 when it reported nothing. */
  readonly lastStep: number;
  readonly fidelity?: number;
  /** Number of the trial that it went on from. */
  readonly parent?: number;
  readonly mode?: string;
  /** Σ of the amounts by which measured constraints are broken; 0 when all hold. */
  readonly violation: number;
}
