import type {
  AlgorithmPart,
  AlgorithmState,
  ArtifactLink,
  Attempt,
  Experiment,
  ExperimentEvent,
  FrontMember,
  QueueTicket,
  Report,
  Trial,
} from '@cambium/core';
import { isEnded } from '@cambium/core';
import { type ExperimentRows, innerMap, reportKey } from './ledger-rows.js';

/** What one transaction wants to change. Nobody else sees it before `applyChanges`. */
export interface StagedChanges {
  experiment: Experiment;
  readonly algorithms: Map<AlgorithmPart, AlgorithmState>;
  readonly trials: Map<string, Trial>;
  readonly attempts: Map<string, Attempt>;
  readonly reports: Report[];
  readonly artifacts: { readonly trialId: string; readonly artifact: ArtifactLink }[];
  readonly events: ExperimentEvent[];
  /** By trial number; null for one that leaves. */
  readonly front: Map<number, FrontMember | null>;
  readonly enqueued: { readonly trial: Trial; readonly priority: number }[];
  readonly dequeued: QueueTicket[];
}

export function noChanges(experiment: Experiment): StagedChanges {
  return {
    experiment,
    algorithms: new Map(),
    trials: new Map(),
    attempts: new Map(),
    reports: [],
    artifacts: [],
    events: [],
    front: new Map(),
    enqueued: [],
    dequeued: [],
  };
}

/** Makes the changes visible. Costs as much as was changed, not as much as there is. */
export function applyChanges(rows: ExperimentRows, staged: StagedChanges): void {
  rows.experiment = staged.experiment;
  for (const [part, state] of staged.algorithms) rows.algorithms.set(part, state);
  for (const trial of staged.trials.values()) {
    rows.trials.set(trial.id, trial);
    rows.trialIds.set(trial.number, trial.id);
    if (isEnded(trial)) rows.unfinished.delete(trial.id);
    else rows.unfinished.add(trial.id);
  }
  for (const attempt of staged.attempts.values()) {
    if (!rows.attempts.has(attempt.id)) {
      rows.attemptIds.set(attempt.trialId, [...(rows.attemptIds.get(attempt.trialId) ?? []), attempt.id]);
    }
    rows.attempts.set(attempt.id, attempt);
  }
  for (const report of staged.reports) innerMap(rows.reports, report.trialId).set(reportKey(report), report);
  for (const { trialId, artifact } of staged.artifacts) innerMap(rows.artifacts, trialId).set(artifact.name, artifact);
  for (const event of staged.events) rows.events.push(event);
  for (const [number, member] of staged.front) {
    if (member === null) rows.front.delete(number);
    else rows.front.set(number, member);
  }
}
