import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

const reconnectAfterMs = 250;
/** A connection that fell silent (a cable, a firewall) is found after at most this plus `answerWithinMs`. */
const checkEveryMs = 15_000;
const answerWithinMs = 5_000;

export interface NotificationHandlers {
  onNotification(channel: string, payload: string): void;
  /** After each (re)connection: what was sent in between is lost. */
  onConnected(): void;
  log(line: string): void;
}

export interface NotificationListener {
  close(): Promise<void>;
}

/**
 * Holds the one LISTEN connection of this process and makes a new one whenever it is lost, until closed. Needs a real
 * session: PgBouncer's transaction mode breaks LISTEN.
 *
 * @throws what `pg` throws when the first connection fails.
 */
export async function listen(
  url: string,
  channels: readonly string[],
  handlers: NotificationHandlers,
): Promise<NotificationListener> {
  const stop = new AbortController();
  let session = await openSession(url, channels, handlers);
  handlers.onConnected();
  const loop = (async () => {
    for (;;) {
      await session.ended;
      if (stop.signal.aborted) return;
      handlers.log('lost the connection for live updates, connecting again');
      const next = await reconnect(url, channels, { ...handlers, signal: stop.signal });
      if (next === undefined) return;
      session = next;
      handlers.onConnected();
    }
  })();
  return {
    async close() {
      stop.abort();
      await session.close();
      await loop;
      await session.close();
    },
  };
}

interface Session {
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

async function reconnect(
  url: string,
  channels: readonly string[],
  options: NotificationHandlers & { signal: AbortSignal },
): Promise<Session | undefined> {
  while (!options.signal.aborted) {
    try {
      return await openSession(url, channels, options);
    } catch {
      await delay(reconnectAfterMs, undefined, { signal: options.signal }).catch(() => {});
    }
  }
  return undefined;
}

async function openSession(url: string, channels: readonly string[], handlers: NotificationHandlers): Promise<Session> {
  const client = new Client({
    connectionString: url,
    application_name: 'cambium-listener',
    connectionTimeoutMillis: 10_000,
    query_timeout: answerWithinMs,
    keepAlive: true,
  });
  const ended = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
  });
  client.on('notification', ({ channel, payload }) => handlers.onNotification(channel, payload ?? ''));
  try {
    await client.connect();
    for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  const check = setInterval(
    () => void client.query('select 1').catch(() => client.end().catch(() => {})),
    checkEveryMs,
  );
  check.unref();
  return {
    ended: ended.finally(() => clearInterval(check)),
    async close() {
      await client.end().catch(() => {});
    },
  };
}
