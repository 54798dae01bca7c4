import type { LedgerSignals, RunnerSignals } from '@cambium/core';
import type { DataSource } from 'typeorm';
import { explainConnectionError } from '../connection/connection-errors.js';
import { parseConnectionUrl } from '../connection/connection-url.js';
import { ExperimentEntity } from '../entities/experiment.entity.js';
import { WorkspaceEntity } from '../entities/workspace.entity.js';
import { eventsChannel, experimentOfPayload, runnersChannel, workChannel } from './channels.js';
import { ListenerSet } from './listener-set.js';
import { listen } from './notification-listener.js';

export interface ListeningSignals {
  readonly signals: LedgerSignals;
  readonly runnerSignals: RunnerSignals;
  close(): Promise<void>;
}

/**
 * Core's signals over LISTEN/NOTIFY. After a lost connection everybody is woken once: what was missed is read by
 * sequence number.
 *
 * @throws CambiumError when the first connection fails.
 */
export async function startSignals(
  dataSource: DataSource,
  url: string,
  log: (line: string) => void,
): Promise<ListeningSignals> {
  const byExperiment = new Map<string, ListenerSet<void>>();
  const anyExperiment = new ListenerSet<string>(log);
  const work = new ListenerSet<void>(log);
  const runners = new ListenerSet<string>(log);
  let connectedBefore = false;

  const wake = (experimentId: string) => {
    byExperiment.get(experimentId)?.call();
    anyExperiment.call(experimentId);
  };
  const wakeAll = async () => {
    work.call();
    if (runners.size > 0) {
      const rows = await dataSource.manager.find(WorkspaceEntity, { select: { id: true } });
      for (const { id } of rows) runners.call(id);
    }
    for (const listeners of byExperiment.values()) listeners.call();
    if (anyExperiment.size === 0) return;
    const rows = await dataSource.manager.find(ExperimentEntity, { select: { id: true } });
    for (const { id } of rows) anyExperiment.call(id);
  };

  const listener = await listen(url, [eventsChannel, workChannel, runnersChannel], {
    log,
    onNotification(channel, payload) {
      if (channel === workChannel) return work.call();
      if (channel === runnersChannel) return runners.call(payload);
      const experimentId = experimentOfPayload(payload);
      if (experimentId !== undefined) wake(experimentId);
    },
    onConnected() {
      if (connectedBefore) wakeAll().catch((error: unknown) => log(`live updates: ${String(error)}`));
      connectedBefore = true;
    },
  }).catch((error: unknown) => {
    throw explainConnectionError(parseConnectionUrl(url), error);
  });

  return {
    signals: {
      onEvents(experimentId, callback) {
        const listeners = byExperiment.get(experimentId) ?? new ListenerSet<void>(log);
        byExperiment.set(experimentId, listeners);
        const off = listeners.add(callback);
        return () => {
          off();
          if (listeners.size === 0 && byExperiment.get(experimentId) === listeners) byExperiment.delete(experimentId);
        };
      },
      onAnyEvents: (callback) => anyExperiment.add(callback),
      onWork: (callback) => work.add(callback),
    },
    runnerSignals: { onRunners: (callback) => runners.add(callback) },
    close: () => listener.close(),
  };
}
