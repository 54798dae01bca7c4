import { CambiumError, type Clock, type ExperimentStore, type LedgerSignals, type Report } from '@cambium/core';
import { type ExperimentRows, emptyRows } from './ledger-rows.js';
import { createMemorySignals } from './memory-signals.js';
import { memoryTransaction } from './memory-transaction.js';
import { applyChanges, noChanges, type StagedChanges } from './staged-changes.js';
import { createTicketQueue } from './ticket-queue.js';
import { createTurns } from './turn-taking.js';

/**
 * The ledger in this process's memory, gone with it: for searches without a platform and for tests. A transaction
 * stages its changes, so it costs as much as it changes, whatever the size of the experiment.
 */
export function createMemoryStore({ clock }: { readonly clock: Clock }): ExperimentStore & LedgerSignals {
  const experiments = new Map<string, ExperimentRows>();
  /** Trial id to experiment id. */
  const owners = new Map<string, string>();
  const queue = createTicketQueue(clock);
  const signals = createMemorySignals();
  const inTurn = createTurns();
  const rowsOfTrial = (trialId: string) => experiments.get(owners.get(trialId) ?? '');
  const epochOf = (rows: ExperimentRows, report: Report) => rows.attempts.get(report.attemptId)?.epoch ?? 0;
  const commit = (rows: ExperimentRows, staged: StagedChanges) => {
    const experimentId = rows.experiment.id;
    applyChanges(rows, staged);
    for (const trialId of staged.trials.keys()) owners.set(trialId, experimentId);
    for (const { ticketId } of staged.dequeued) queue.remove(ticketId);
    for (const { trial, priority } of staged.enqueued) queue.add({ experimentId, trialId: trial.id, priority });
    if (staged.events.length > 0) signals.fireEvents(experimentId);
    if (staged.enqueued.length > 0) signals.fireWork();
  };

  return {
    onEvents: signals.onEvents,
    onAnyEvents: signals.onAnyEvents,
    onWork: signals.onWork,
    insert: (experiment, work) =>
      inTurn(experiment.id, async () => {
        if (experiments.has(experiment.id)) {
          throw new CambiumError('conflict', `there is an experiment ${experiment.id} already`);
        }
        const rows = emptyRows(experiment);
        const staged = noChanges(experiment);
        await work?.(memoryTransaction(rows, staged));
        experiments.set(experiment.id, rows);
        commit(rows, staged);
      }),
    find: async (id) => experiments.get(id)?.experiment,
    async transaction(experimentId, work) {
      const rows = experiments.get(experimentId);
      if (rows === undefined) throw new CambiumError('not-found', `there is no experiment ${experimentId}`);
      return inTurn(experimentId, async () => {
        const staged = noChanges(rows.experiment);
        const result = await work(memoryTransaction(rows, staged));
        commit(rows, staged);
        return result;
      });
    },
    trials: async (experimentId) =>
      [...(experiments.get(experimentId)?.trials.values() ?? [])].sort((a, b) => a.number - b.number),
    front: async (experimentId) =>
      [...(experiments.get(experimentId)?.front.values() ?? [])].sort((a, b) => a.number - b.number),
    async attempts(trialId) {
      const rows = rowsOfTrial(trialId);
      const ids = rows?.attemptIds.get(trialId) ?? [];
      return ids
        .map((id) => rows?.attempts.get(id))
        .filter((attempt) => attempt !== undefined)
        .sort((a, b) => a.epoch - b.epoch);
    },
    async reports(trialId) {
      const rows = rowsOfTrial(trialId);
      if (rows === undefined) return [];
      const reports = [...(rows.reports.get(trialId)?.values() ?? [])];
      return reports.sort((a, b) => epochOf(rows, a) - epochOf(rows, b) || a.step - b.step);
    },
    artifacts: async (trialId) => [...(rowsOfTrial(trialId)?.artifacts.get(trialId)?.values() ?? [])],
    events: async (experimentId, afterSeq, limit) =>
      experiments.get(experimentId)?.events.slice(afterSeq, afterSeq + limit) ?? [],
    takeTickets: async (count, options) => queue.take(count, options),
    async overdueExperiments(before) {
      const isOverdue = (rows: ExperimentRows) =>
        [...rows.unfinished]
          .flatMap((trialId) => rows.attemptIds.get(trialId) ?? [])
          .map((id) => rows.attempts.get(id))
          .some((attempt) => attempt?.state === 'running' && attempt.leaseExpiresAt < before);
      return [...experiments.values()].filter(isOverdue).map((rows) => rows.experiment.id);
    },
    runningExperiments: async () =>
      [...experiments.values()]
        .map((rows) => rows.experiment)
        .flatMap(({ id, state }) => (state === 'running' ? [id] : [])),
  };
}
