import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectionDetails, ServerAddress } from './connection-file.js';
import type { Installation } from './installation.js';
import { enterServer, type Presence } from './presence.js';
import { mayRun, runningServer } from './server-process.js';

/** It has no listener yet, or dies: one or the other within this time. */
const silentForMs = 10_000;
/** It says that it recovers or stops: a large write-ahead log takes minutes. */
const busyForMs = 120_000;
const askEveryMs = 100;
const cannotConnectNow = '57P03';

export interface JoinedServer {
  readonly address: ServerAddress;
  readonly presence: Presence;
}

/** Enters the server that runs on the folder; undefined when none does, or it stays silent. */
export async function joinServer(
  installation: Installation,
  details: ConnectionDetails,
  log: (line: string) => void,
): Promise<JoinedServer | undefined> {
  const startedAt = performance.now();
  let patienceMs = silentForMs;
  for (let attempt = 0; performance.now() - startedAt < patienceMs; attempt++) {
    if (!mayRun(installation)) return undefined;
    const port = runningServer(installation)?.port;
    if (port !== undefined) {
      const address = { ...details, port };
      try {
        return { address, presence: await enterServer(address) };
      } catch (error) {
        if ((error as { code?: unknown }).code === cannotConnectNow) patienceMs = busyForMs;
      }
    }
    if (attempt === 0) log('waiting for the PostgreSQL that is on this data folder');
    await delay(askEveryMs);
  }
  return undefined;
}
