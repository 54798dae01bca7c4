import type {
  AlgorithmPart,
  AlgorithmState,
  Experiment,
  ExperimentEvent,
  ExperimentTransaction,
  Report,
  TrialState,
} from '@cambium/core';
import { type EntityManager, In } from 'typeorm';
import { AlgorithmStateEntity } from '../entities/algorithm-state.entity.js';
import { ArtifactLinkEntity } from '../entities/artifact-link.entity.js';
import { AttemptEntity } from '../entities/attempt.entity.js';
import { EventEntity } from '../entities/event.entity.js';
import { ExperimentEntity } from '../entities/experiment.entity.js';
import { FrontMemberEntity } from '../entities/front-member.entity.js';
import { ReportEntity } from '../entities/report.entity.js';
import { TrialEntity } from '../entities/trial.entity.js';
import { trialFromRow, trialToRow } from '../entities/trial-row.js';
import type { WorkQueue } from '../queue/work-queue.js';
import { notifyChanges } from '../signals/channels.js';
import { artifactsOf, attemptsOf, eventsAfter, frontOf, trialsOf } from './ledger-reads.js';

const unfinished: readonly TrialState[] = ['waiting', 'running'];

/** A transaction and the call that writes what it has gathered, to be made once before the commit. */
export interface OpenTransaction {
  readonly tx: ExperimentTransaction;
  finish(): Promise<void>;
}

/**
 * Rows are written as they come; the experiment's own changes, its events and the notifications are gathered and
 * written at the end, so that a transaction costs a fixed number of statements however many events it appends.
 *
 * @param locked the experiment's row, locked in the manager's transaction.
 */
export function openTransaction(manager: EntityManager, queue: WorkQueue, locked: Experiment): OpenTransaction {
  const { id } = locked;
  let experiment = locked;
  let change: Partial<Experiment> = {};
  let events: ExperimentEvent[] = [];
  const kept = new Map<AlgorithmPart, AlgorithmState>();
  let appended = false;
  let enqueued = false;

  const apply = (part: Partial<Experiment>) => {
    change = { ...change, ...part };
    experiment = { ...experiment, ...part };
  };
  const writeEvents = async () => {
    if (events.length > 0) await manager.insert(EventEntity, events);
    events = [];
  };
  const oneTrial = async (where: { id: string } | { number: number }) => {
    const row = await manager.findOneBy(TrialEntity, { ...where, experimentId: id });
    return row === null ? undefined : trialFromRow(row);
  };

  const tx: ExperimentTransaction = {
    get experiment() {
      return experiment;
    },
    async update(part) {
      apply(part);
    },
    async algorithm(part) {
      const row = kept.get(part) ?? (await manager.findOneBy(AlgorithmStateEntity, { experimentId: id, part }));
      return row === null ? undefined : ({ version: row.version, state: row.state } as AlgorithmState);
    },
    async keepAlgorithm(part, state) {
      kept.set(part, state);
    },
    front: () => frontOf(manager, id),
    async changeFront({ joined, left }) {
      if (left.length > 0) await manager.delete(FrontMemberEntity, { experimentId: id, number: In(left) });
      if (joined.length > 0)
        await manager.insert(
          FrontMemberEntity,
          joined.map((member) => ({ ...member, experimentId: id })),
        );
    },
    trial: (trialId) => oneTrial({ id: trialId }),
    trialByNumber: (number) => oneTrial({ number }),
    async unfinishedTrials() {
      const rows = await manager.find(TrialEntity, {
        where: { experimentId: id, state: In(unfinished) },
        order: { number: 'ASC' },
      });
      return rows.map(trialFromRow);
    },
    trials: () => trialsOf(manager, id),
    async insertTrial(trial) {
      await manager.insert(TrialEntity, trialToRow(trial));
    },
    async updateTrial(trial) {
      const where = { id: trial.id, experimentId: id, state: In(unfinished) };
      const { affected } = await manager.update(TrialEntity, where, trialToRow(trial));
      if (affected !== 1) throw new Error(`trial ${trial.number} (${trial.id}) has ended or is not there`);
    },
    async attempt(attemptId) {
      return (await manager.findOneBy(AttemptEntity, { id: attemptId, experimentId: id })) ?? undefined;
    },
    attempts: (trialId) => attemptsOf(manager, trialId),
    async insertAttempt(attempt) {
      await manager.insert(AttemptEntity, attempt);
    },
    async updateAttempt(attempt) {
      const { affected } = await manager.update(AttemptEntity, { id: attempt.id, experimentId: id }, attempt);
      if (affected !== 1) throw new Error(`attempt ${attempt.id} is not there`);
    },
    async putReports(reports) {
      if (reports.length > 0) await manager.upsert(ReportEntity, newestPerStep(reports), ['attemptId', 'step']);
    },
    artifacts: (trialId) => artifactsOf(manager, trialId),
    async putArtifacts(trialId, attemptId, artifacts) {
      const byName = new Map(artifacts.map((link) => [link.name, { ...link, trialId, attemptId }]));
      if (byName.size > 0) await manager.upsert(ArtifactLinkEntity, [...byName.values()], ['trialId', 'name']);
    },
    async append(type, { trialNumber, payload, at }) {
      const seq = experiment.lastSeq + 1;
      const event = { experimentId: id, seq, type, at, trialNumber: trialNumber ?? null, payload: payload ?? {} };
      events.push(event);
      apply({ lastSeq: seq });
      appended = true;
      return event;
    },
    async events(afterSeq, limit) {
      await writeEvents();
      return eventsAfter(manager, { experimentId: id, afterSeq, limit });
    },
    async enqueue(trial, priority) {
      await queue.enqueue(manager, trial, priority);
      enqueued = true;
    },
    dequeue: ({ ticketId }) => queue.dequeue(manager, ticketId),
  };

  const finish = async () => {
    await writeEvents();
    const states = [...kept].map(([part, state]) => ({ ...state, experimentId: id, part }));
    if (states.length > 0) await manager.upsert(AlgorithmStateEntity, states, ['experimentId', 'part']);
    if (Object.keys(change).length > 0) await manager.update(ExperimentEntity, { id }, change);
    await notifyChanges(manager, { events: appended ? id : null, work: enqueued });
  };
  return { tx, finish };
}

/** One statement may not write a row twice; of the same (attempt, step) the last one counts. */
function newestPerStep(reports: readonly Report[]): Report[] {
  return [...new Map(reports.map((report) => [`${report.attemptId} ${report.step}`, report])).values()];
}
