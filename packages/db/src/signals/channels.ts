import type { EntityManager } from 'typeorm';

/** Payload: `{"e":"<experiment id>"}`. Ids only: PostgreSQL allows 7,999 bytes, and readers go by sequence number. */
export const eventsChannel = 'cambium_events';
/** Payload: empty. */
export const workChannel = 'cambium_work';

/** Payload: a workspace's id. */
export const runnersChannel = 'cambium_runners';

/** Delivered with the commit, once for equal payloads of one transaction. */
export async function notifyEvents(manager: EntityManager, experimentId: string): Promise<void> {
  await manager.query('select pg_notify($1, $2)', [eventsChannel, JSON.stringify({ e: experimentId })]);
}

/** Delivered with the commit. */
export async function notifyWork(manager: EntityManager): Promise<void> {
  await manager.query('select pg_notify($1, $2)', [workChannel, '']);
}

export async function notifyRunners(manager: EntityManager, workspaceId: string): Promise<void> {
  await manager.query('select pg_notify($1, $2)', [runnersChannel, workspaceId]);
}

/** Undefined when the payload is not one of ours: anybody with access to the database can send on the channel. */
export function experimentOfPayload(payload: string): string | undefined {
  try {
    const parsed = JSON.parse(payload) as { e?: unknown } | null;
    return typeof parsed?.e === 'string' ? parsed.e : undefined;
  } catch {
    return undefined;
  }
}
