import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { SearchHost } from '@cambium/core';
import { createExperimentService } from '@cambium/experiments';
import { pruners, searchers } from '@cambium/search';
import { tasks } from '@cambium/tasks/manifests';
import type { Logger } from 'pino';
import type { ApiOptions, withDefaults } from './api-options.js';
import type { Services } from './context/services.js';
import { createCatalog } from './modules/catalog/create-catalog.js';
import { readTemplates } from './modules/catalog/read-templates.js';
import { createRunnerGateway } from './modules/runners/runner-gateway.js';
import { createDesignService } from './modules/trials/design-service.js';

export type ServicesOptions = ReturnType<typeof withDefaults> &
  ApiOptions & { readonly searchHost: SearchHost; readonly logger: Logger };

/** What resolvers call, made of the ports that were given. */
export async function createServices(options: ServicesOptions): Promise<Services> {
  const { database, artifacts, clock, searchHost, leaseMs, logger, databaseKind, coalesceMs, recheckMs } = options;
  const environment = { dataDir: options.dataDir };
  const ledger = createExperimentService({
    store: database.experiments,
    signals: database.experiments,
    clock,
    newId: randomUUID,
    host: searchHost,
    searchers,
    pruners,
    tasks,
    environment,
    sleep,
    options: { leaseMs },
  });
  const { experiments: store, runners } = database;
  return {
    ...database,
    ledger,
    gateway: createRunnerGateway({ source: ledger, store, runners, clock }),
    artifacts,
    catalog: createCatalog(await readTemplates(options.templatesDir, logger)),
    designs: createDesignService(environment),
    clock,
    info: { version: await ownVersion(), database: databaseKind },
    timing: { leaseMs, coalesceMs, recheckMs },
  };
}

/** Ends early, and without an error, when the signal is aborted. */
async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
