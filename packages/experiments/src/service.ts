import type { Experiment, ExperimentEvent, TrialSource } from '@cambium/core';
import { claimTrials } from './attempts/claim-trials.js';
import { expireLeases } from './attempts/expire-leases.js';
import { finishAttempt } from './attempts/finish-attempt.js';
import { heartbeat } from './attempts/heartbeat.js';
import { reportMetrics } from './attempts/report-metrics.js';
import { type Dependencies, defaultTimes, type LedgerTimes } from './dependencies.js';
import { replayExperiment } from './history/replay-experiment.js';
import type { Replayed } from './history/replay-history.js';
import { watchEvents } from './history/watch-events.js';
import { createHostTrouble } from './ledger/host-trouble.js';
import { type CloneChange, cloneExperiment } from './lifecycle/clone-experiment.js';
import { createExperiment, type NewExperiment } from './lifecycle/create-experiment.js';
import { extendExperiment } from './lifecycle/extend-experiment.js';
import { pauseExperiment } from './lifecycle/pause-experiment.js';
import { demoteTrial, promoteTrial } from './lifecycle/promote-trial.js';
import { recover, topUpExperiment } from './lifecycle/recover.js';
import { resumeExperiment } from './lifecycle/resume-experiment.js';
import { type RetrainRequest, retrainTrial } from './lifecycle/retrain-trial.js';
import { startExperiment } from './lifecycle/start-experiment.js';
import { stopExperiment } from './lifecycle/stop-experiment.js';
import { type SpecSurvey, surveySpec } from './spec/survey-spec.js';

/**
 * What people do with experiments. Every method rejects with CambiumError `not-found` for an unknown id, and with
 * `conflict`, which says the state and what to do instead, when the state does not allow it.
 */
export interface ExperimentLifecycle {
  /** Checks a specification and changes nothing. */
  check(input: unknown): Promise<SpecSurvey>;
  /** @throws CambiumError `fix-input` with every issue; then nothing was stored. */
  create(request: NewExperiment): Promise<Experiment>;
  start(id: string): Promise<Experiment>;
  pause(id: string): Promise<Experiment>;
  resume(id: string): Promise<Experiment>;
  stop(id: string): Promise<Experiment>;
  /** Raises the budget by so many trials. */
  extend(id: string, trials: number): Promise<Experiment>;
  clone(id: string, change: CloneChange): Promise<Experiment>;
  /** A new experiment that trains the design of one trial again. */
  retrain(id: string, request: RetrainRequest): Promise<Experiment>;
  /** Marks a trial's model as the one that the team has chosen, in place of any other of the experiment. */
  promote(id: string, choice: { readonly trial: number; readonly by: string }): Promise<Experiment>;
  /** Takes the mark back. */
  demote(id: string, choice: { readonly trial: number; readonly by: string }): Promise<Experiment>;
  /** Batches of events after a sequence number, then those that come, until the signal is aborted. */
  watch(id: string, afterSeq: number, signal?: AbortSignal): AsyncGenerator<readonly ExperimentEvent[], void, void>;
  /** Runs the searcher again from nothing and compares every suggestion with the ledger. */
  replay(id: string): Promise<Omit<Replayed, 'searcher'>>;
}

/** What the server does by itself; `createUpkeep` says when. */
export interface LedgerUpkeep {
  /** Takes trials away from runners whose leases ended before `before`. Returns how many attempts were lost. */
  expireLeases(id: string, before: number): Promise<number>;
  /** Once after a start, for a running experiment. */
  recover(id: string): Promise<void>;
  topUp(id: string): Promise<void>;
}

export interface ExperimentService extends ExperimentLifecycle, TrialSource, LedgerUpkeep {}

export interface ServiceOptions extends Omit<Dependencies, 'times' | 'hostTrouble'> {
  readonly options?: Partial<LedgerTimes>;
}

/** The application service: the use cases on the given ports. All it remembers is which experiments' asks keep failing. */
export function createExperimentService({ options, ...ports }: ServiceOptions): ExperimentService {
  const times = { ...defaultTimes, ...options };
  const needs: Dependencies = { ...ports, times, hostTrouble: createHostTrouble() };
  return {
    check: (input) => surveySpec(input, needs, needs.environment),
    create: (request) => createExperiment(needs, request),
    start: (id) => startExperiment(needs, id),
    pause: (id) => pauseExperiment(needs, id),
    resume: (id) => resumeExperiment(needs, id),
    stop: (id) => stopExperiment(needs, id),
    extend: (id, trials) => extendExperiment(needs, id, trials),
    clone: (id, change) => cloneExperiment(needs, id, change),
    retrain: (id, request) => retrainTrial(needs, id, request),
    promote: (id, choice) => promoteTrial(needs, id, choice),
    demote: (id, choice) => demoteTrial(needs, id, choice),
    watch: (id, afterSeq, signal) => watchEvents(needs, id, signal === undefined ? { afterSeq } : { afterSeq, signal }),
    replay: (id) => replayExperiment(needs, id),
    claim: (runner, count, waiting) => claimTrials(needs, runner, count, waiting),
    report: (ref, entries) => reportMetrics(needs, ref, entries),
    heartbeat: (ref) => heartbeat(needs, ref),
    finish: (ref, outcome) => finishAttempt(needs, ref, outcome),
    expireLeases: (id, before) => expireLeases(needs, id, before),
    recover: (id) => recover(needs, id),
    topUp: (id) => topUpExperiment(needs, id),
  };
}

/** The part of the service that a runner in the same process sees. */
export function trialSource({ claim, report, heartbeat: beat, finish }: ExperimentService): TrialSource {
  return { claim, report, heartbeat: beat, finish };
}
