import type { TrialFailure } from './trial.js';

/** How an attempt ended. `lost`: its lease ran out. `handed-back`: its runner shut down in good order. */
export type AttemptState = 'running' | 'finished' | 'failed' | 'lost' | 'handed-back' | 'cancelled';

/** One execution of a trial by one runner under one lease. */
export interface Attempt {
  /** UUID. */
  readonly id: string;
  readonly experimentId: string;
  readonly trialId: string;
  /** The fencing token: 1, 2, 3 … within its trial. A write with an older one is recorded as late. */
  readonly epoch: number;
  readonly runnerId: string;
  /** As the runner called itself; null for attempts from before it was written down. */
  readonly runnerName: string | null;
  /** What ran it: `wasm`, `native`, `webgpu`. Null until known. */
  readonly device: string | null;
  readonly state: AttemptState;
  readonly leaseExpiresAt: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly failure: TrialFailure | null;
}
