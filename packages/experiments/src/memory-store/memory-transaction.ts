import { type Attempt, type ExperimentEvent, type ExperimentTransaction, isEnded, type Trial } from '@cambium/core';
import type { ExperimentRows } from './ledger-rows.js';
import type { StagedChanges } from './staged-changes.js';

const byNumber = (a: Trial, b: Trial) => a.number - b.number;
const byEpoch = (a: Attempt, b: Attempt) => a.epoch - b.epoch;

/** Reads what is staged before what is stored; writes to `staged` only. */
export function memoryTransaction(rows: ExperimentRows, staged: StagedChanges): ExperimentTransaction {
  const trialOf = (id: string) => staged.trials.get(id) ?? rows.trials.get(id);
  const trialNumbered = (number: number) => {
    for (const trial of staged.trials.values()) if (trial.number === number) return trial;
    return rows.trials.get(rows.trialIds.get(number) ?? '');
  };
  const attemptOf = (id: string) => staged.attempts.get(id) ?? rows.attempts.get(id);
  const current = (ids: Iterable<string>): Trial[] =>
    [...new Set([...ids, ...staged.trials.keys()])]
      .map(trialOf)
      .filter((trial) => trial !== undefined)
      .sort(byNumber);
  const stagedAttemptIds = (trialId: string) =>
    [...staged.attempts.values()].filter((attempt) => attempt.trialId === trialId).map((attempt) => attempt.id);

  return {
    get experiment() {
      return staged.experiment;
    },
    async update(change) {
      staged.experiment = { ...staged.experiment, ...change };
    },
    algorithm: async (part) => staged.algorithms.get(part) ?? rows.algorithms.get(part),
    async keepAlgorithm(part, state) {
      staged.algorithms.set(part, state);
    },
    async front() {
      const members = new Map([...rows.front, ...staged.front]).values();
      return [...members].filter((member) => member !== null).sort((a, b) => a.number - b.number);
    },
    async changeFront({ joined, left }) {
      for (const number of left) staged.front.set(number, null);
      for (const member of joined) staged.front.set(member.number, member);
    },
    trial: async (id) => trialOf(id),
    trialByNumber: async (number) => trialNumbered(number),
    unfinishedTrials: async () => current(rows.unfinished).filter((trial) => !isEnded(trial)),
    trials: async () => current(rows.trials.keys()),
    async insertTrial(trial) {
      if (trialOf(trial.id) !== undefined) throw new Error(`trial ${trial.id} is stored already`);
      if (trialNumbered(trial.number) !== undefined) throw new Error(`trial number ${trial.number} is taken`);
      staged.trials.set(trial.id, trial);
    },
    async updateTrial(trial) {
      const stored = trialOf(trial.id);
      if (stored === undefined) throw new Error(`trial ${trial.id} is not stored`);
      if (isEnded(stored)) throw new Error(`trial ${stored.number} has ended (${stored.state}) and never changes`);
      staged.trials.set(trial.id, trial);
    },
    attempt: async (id) => attemptOf(id),
    attempts: async (trialId) =>
      [...new Set([...(rows.attemptIds.get(trialId) ?? []), ...stagedAttemptIds(trialId)])]
        .map(attemptOf)
        .filter((attempt) => attempt !== undefined)
        .sort(byEpoch),
    async insertAttempt(attempt) {
      if (attemptOf(attempt.id) !== undefined) throw new Error(`attempt ${attempt.id} is stored already`);
      staged.attempts.set(attempt.id, attempt);
    },
    async updateAttempt(attempt) {
      if (attemptOf(attempt.id) === undefined) throw new Error(`attempt ${attempt.id} is not stored`);
      staged.attempts.set(attempt.id, attempt);
    },
    async putReports(reports) {
      staged.reports.push(...reports);
    },
    async artifacts(trialId) {
      const links = new Map(rows.artifacts.get(trialId));
      for (const { trialId: of, artifact } of staged.artifacts) if (of === trialId) links.set(artifact.name, artifact);
      return [...links.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async putArtifacts(trialId, _attemptId, artifacts) {
      staged.artifacts.push(...artifacts.map((artifact) => ({ trialId, artifact })));
    },
    async append(type, { trialNumber, payload, at }) {
      const seq = staged.experiment.lastSeq + 1;
      const event: ExperimentEvent = {
        experimentId: staged.experiment.id,
        seq,
        type,
        at,
        trialNumber: trialNumber ?? null,
        payload: payload ?? {},
      };
      staged.experiment = { ...staged.experiment, lastSeq: seq };
      staged.events.push(event);
      return event;
    },
    events: async (afterSeq, limit) => [
      ...rows.events.slice(afterSeq, afterSeq + limit),
      ...staged.events.filter((event) => event.seq > afterSeq && event.seq <= afterSeq + limit),
    ],
    async enqueue(trial, priority) {
      staged.enqueued.push({ trial, priority });
    },
    async dequeue(ticket) {
      staged.dequeued.push(ticket);
    },
  };
}
