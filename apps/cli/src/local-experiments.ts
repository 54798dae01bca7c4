import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ExperimentStore, LedgerSignals } from '@cambium/core';
import { createExperimentService, createInProcessSearchHost, type ExperimentService } from '@cambium/experiments';
import { pruners, searchers } from '@cambium/search';
import { tasks } from '@cambium/tasks/manifests';

export const systemClock = { now: () => Date.now() };

/** The experiment service in this process, searchers included, on any store. */
export function localExperiments(
  store: ExperimentStore & LedgerSignals,
  { dataDir, leaseMs }: { dataDir: string; leaseMs: number },
): ExperimentService {
  const registries = { searchers, pruners, tasks };
  return createExperimentService({
    ...registries,
    store,
    signals: store,
    clock: systemClock,
    newId: randomUUID,
    host: createInProcessSearchHost(registries),
    environment: { dataDir },
    sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
    options: { leaseMs },
  });
}
