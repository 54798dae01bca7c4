import type { Attempt } from '../trial/attempt.js';
import type { ArtifactLink } from '../trial/claim.js';
import type { EventType, ExperimentEvent } from '../trial/event.js';
import type { AlgorithmPart, AlgorithmState, Experiment } from '../trial/experiment.js';
import type { FrontChange, FrontMember } from '../trial/front-member.js';
import type { Report } from '../trial/report.js';
import type { Trial } from '../trial/trial.js';
import type { JsonObject } from '../values/json.js';

/** A waiting trial's ticket in the queue. A hint: the ledger's trial row decides. */
export interface QueueTicket {
  readonly ticketId: string;
  readonly experimentId: string;
  readonly trialId: string;
}

export interface TakeOptions {
  /** A ticket that is not dequeued comes back after so many milliseconds. */
  readonly hideMs: number;
  /** Only tickets of this experiment. */
  readonly experimentId?: string | undefined;
}

/** The fields of an experiment that change after creation. */
export type ExperimentChange = Partial<
  Pick<
    Experiment,
    | 'state'
    | 'phase'
    | 'maxTrials'
    | 'exhausted'
    | 'counts'
    | 'nextTrialNumber'
    | 'deviceMs'
    | 'bestTrial'
    | 'bestValues'
    | 'failure'
    | 'promotion'
    | 'startedAt'
    | 'finishedAt'
  >
>;

/** Work under one experiment's row lock: all of it becomes visible at once, or none. */
export interface ExperimentTransaction {
  /** As locked, with the changes made so far. */
  readonly experiment: Experiment;
  update(change: ExperimentChange): Promise<void>;
  /**
   * The state of the searcher or pruner as kept last; undefined before the first time. It grows with the history: for
   * going on with it, not for looking.
   */
  algorithm(part: AlgorithmPart): Promise<AlgorithmState | undefined>;
  keepAlgorithm(part: AlgorithmPart, state: AlgorithmState): Promise<void>;
  /** By number, with the changes made so far. */
  front(): Promise<readonly FrontMember[]>;
  /** Those that leave go first: one that leaves and joins has new values. */
  changeFront(change: FrontChange): Promise<void>;
  trial(id: string): Promise<Trial | undefined>;
  trialByNumber(number: number): Promise<Trial | undefined>;
  /** Waiting and running ones, by number. */
  unfinishedTrials(): Promise<readonly Trial[]>;
  /** All of them, by number, with the changes made so far. For rare, whole-experiment work; one statement. */
  trials(): Promise<readonly Trial[]>;
  insertTrial(trial: Trial): Promise<void>;
  /** @throws Error when the stored trial has ended: a finished trial never changes. */
  updateTrial(trial: Trial): Promise<void>;
  attempt(id: string): Promise<Attempt | undefined>;
  /** Of one trial, by epoch, with the changes made so far. */
  attempts(trialId: string): Promise<readonly Attempt[]>;
  insertAttempt(attempt: Attempt): Promise<void>;
  updateAttempt(attempt: Attempt): Promise<void>;
  /** The same (attempt, step) again overwrites. */
  putReports(reports: readonly Report[]): Promise<void>;
  artifacts(trialId: string): Promise<readonly ArtifactLink[]>;
  /** The same (trial, name) again overwrites. */
  putArtifacts(trialId: string, attemptId: string, artifacts: readonly ArtifactLink[]): Promise<void>;
  /** Numbers the event, makes it readable with the commit, and then wakes whoever watches. */
  append(type: EventType, event: { trialNumber?: number; payload?: JsonObject; at: number }): Promise<ExperimentEvent>;
  /** With seq > afterSeq, in order, at most `limit`, those appended so far included. */
  events(afterSeq: number, limit: number): Promise<readonly ExperimentEvent[]>;
  /** Puts a waiting trial into the queue with the commit. A higher priority is taken first, then the older ticket. */
  enqueue(trial: Trial, priority: number): Promise<void>;
  /** Takes a ticket off the queue with the commit. */
  dequeue(ticket: QueueTicket): Promise<void>;
}

/** The ledger at rest. Two implementations pass `describeExperimentStore`: in memory and PostgreSQL. */
export interface ExperimentStore {
  /**
   * Stores an experiment and what `work` does to it, as one change: all of it becomes visible at once, or none.
   * Rejects with what `work` throws.
   * @throws CambiumError `conflict` when an experiment of this id is there; then `work` has not begun.
   */
  insert(experiment: Experiment, work?: (tx: ExperimentTransaction) => Promise<void>): Promise<void>;
  find(id: string): Promise<Experiment | undefined>;
  /** @throws CambiumError `not-found`. Rejects with what `work` throws, then nothing has changed. */
  transaction<T>(experimentId: string, work: (tx: ExperimentTransaction) => Promise<T>): Promise<T>;
  /** By number. */
  trials(experimentId: string): Promise<readonly Trial[]>;
  /** By number. */
  front(experimentId: string): Promise<readonly FrontMember[]>;
  attempts(trialId: string): Promise<readonly Attempt[]>;
  /** By attempt epoch, then step. */
  reports(trialId: string): Promise<readonly Report[]>;
  artifacts(trialId: string): Promise<readonly ArtifactLink[]>;
  /** With seq > afterSeq, in order, at most `limit`. */
  events(experimentId: string, afterSeq: number, limit: number): Promise<readonly ExperimentEvent[]>;
  /** Up to `count` tickets, hidden from other takers for a while. */
  takeTickets(count: number, options: TakeOptions): Promise<readonly QueueTicket[]>;
  /** Experiments with a running attempt whose lease ended before this time. */
  overdueExperiments(before: number): Promise<readonly string[]>;
  /** Running experiments, for recovery after a restart. */
  runningExperiments(): Promise<readonly string[]>;
}

/** Wakes whoever watches. Losing a signal loses nothing: readers go by sequence number. */
export interface LedgerSignals {
  /** Calls back after each commit that appended events to this experiment (bursts may be one call). */
  onEvents(experimentId: string, listener: () => void): () => void;
  /** Calls back after each commit that appended events to any experiment (bursts may be one call per experiment). */
  onAnyEvents(listener: (experimentId: string) => void): () => void;
  /** Calls back when a waiting trial may have entered the queue. */
  onWork(listener: () => void): () => void;
}
