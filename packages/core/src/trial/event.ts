import type { JsonObject } from '../values/json.js';

/**
 * What can happen. `trial.created` and `trial.finished` in order of `seq` are the searcher's whole history: replaying
 * them reproduces every suggestion.
 */
export type EventType =
  | 'experiment.created'
  | 'experiment.started'
  | 'experiment.paused'
  | 'experiment.resumed'
  | 'experiment.extended'
  | 'experiment.stopped'
  | 'experiment.completed'
  | 'experiment.failed'
  | 'experiment.finalizing'
  | 'experiment.confirmed'
  | 'trial.created'
  | 'trial.running'
  | 'trial.reported'
  | 'trial.retried'
  | 'trial.finished'
  | 'trial.promoted'
  | 'trial.demoted'
  | 'attempt.lost'
  | 'report.late';

/** One append-only row per change, numbered 1, 2, 3 … within its experiment. */
export interface ExperimentEvent {
  readonly experimentId: string;
  readonly seq: number;
  readonly type: EventType;
  readonly at: number;
  readonly trialNumber: number | null;
  /**
   * `trial.reported`: { step, metrics }. `trial.finished`: { state, values, metrics, best, front }; `front` says who left
   * the Pareto front for it, null: it did not join. `experiment.confirmed`, after a re-evaluation: { bestTrial, front }, the
   * numbers of its members. `trial.promoted`, `trial.demoted`: { by }. Others: what a reader needs to act.
   */
  readonly payload: JsonObject;
}
