import type { Metrics } from '../values/metrics.js';

/** Metrics of one attempt at one step, as the runner sends them. */
export interface ReportEntry {
  /** From 1; an epoch for training tasks. */
  readonly step: number;
  readonly metrics: Metrics;
}

/** A report at rest. */
export interface Report extends ReportEntry {
  readonly trialId: string;
  readonly attemptId: string;
  readonly at: number;
}
