import type {
  AlgorithmPart,
  AlgorithmState,
  ArtifactLink,
  Attempt,
  Experiment,
  ExperimentEvent,
  FrontMember,
  Report,
  Trial,
} from '@cambium/core';

/** A report's place: one attempt at one step. */
export function reportKey(report: Report): string {
  return `${report.attemptId}/${report.step}`;
}

/** Everything that the ledger holds about one experiment. Replaced row by row at a commit, never row by row before. */
export interface ExperimentRows {
  experiment: Experiment;
  readonly algorithms: Map<AlgorithmPart, AlgorithmState>;
  readonly trials: Map<string, Trial>;
  readonly trialIds: Map<number, string>;
  /** Ids of the waiting and running ones: few, whatever the number of trials. */
  readonly unfinished: Set<string>;
  readonly attempts: Map<string, Attempt>;
  readonly attemptIds: Map<string, string[]>;
  /** By trial, then by attempt and step. */
  readonly reports: Map<string, Map<string, Report>>;
  /** By trial, then by name. */
  readonly artifacts: Map<string, Map<string, ArtifactLink>>;
  readonly events: ExperimentEvent[];
  /** By trial number. */
  readonly front: Map<number, FrontMember>;
}

export function emptyRows(experiment: Experiment): ExperimentRows {
  return {
    experiment,
    algorithms: new Map(),
    trials: new Map(),
    trialIds: new Map(),
    unfinished: new Set(),
    attempts: new Map(),
    attemptIds: new Map(),
    reports: new Map(),
    artifacts: new Map(),
    events: [],
    front: new Map(),
  };
}

/** The inner map of a map of maps, made when it is not there. */
export function innerMap<V>(outer: Map<string, Map<string, V>>, key: string): Map<string, V> {
  let inner = outer.get(key);
  if (inner === undefined) {
    inner = new Map();
    outer.set(key, inner);
  }
  return inner;
}
