import type { EntityManager } from 'typeorm';

/** Payload: `{"e":"<experiment id>"}`. Ids only: PostgreSQL allows 7,999 bytes, and readers go by sequence number. */
export const eventsChannel = 'cambium_events';
/** Payload: empty. */
export const workChannel = 'cambium_work';

/** Payload: a workspace's id. */
export const runnersChannel = 'cambium_runners';

/** Delivered with the commit: that an experiment has new events, that there is work for runners, or both. */
export async function notifyChanges(
  manager: EntityManager,
  { events, work }: { readonly events: string | null; readonly work: boolean },
): Promise<void> {
  const notices = [
    ...(events === null ? [] : [[eventsChannel, JSON.stringify({ e: events })]]),
    ...(work ? [[workChannel, '']] : []),
  ];
  if (notices.length === 0) return;
  const calls = notices.map((_, i) => `pg_notify($${2 * i + 1}, $${2 * i + 2})`);
  await manager.query(`select ${calls.join(', ')}`, notices.flat());
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
