import { CambiumError, type RunnerDirectory, type RunnerStatus, runnerSilenceMs } from '@cambium/core';
import type { DataSource } from 'typeorm';
import { notifyRunners } from '../signals/channels.js';

const mostListed = 500;
const forgottenAfterMs = 7 * 24 * 3_600_000;

interface RunnerStatusRow {
  readonly id: string;
  readonly name: string;
  readonly slots: RunnerStatus['slots'];
  readonly last_seen_at: string;
  readonly busy: string;
}

/** Core's runner directory on PostgreSQL. */
export function createPostgresRunnerDirectory({ manager }: DataSource): RunnerDirectory {
  return {
    async seen({ id, name, slots }, workspaceId, now) {
      // A statement's parts all see the table as it was before it: `known` is the runner as it was.
      const [written]: readonly ({ isNew: boolean; isExpected: boolean } | undefined)[] = await manager.query(
        `with known as (select name, cast(slots as text) as slots, last_seen_at from runners where id = $1)
         insert into runners (id, workspace_id, name, slots, last_seen_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update
           set name = excluded.name, slots = excluded.slots, last_seen_at = excluded.last_seen_at
           where runners.workspace_id = excluded.workspace_id
         returning not exists (select 1 from known) as "isNew", exists (
           select 1 from known k where k.name = $3 and k.slots = cast($4 as text) and k.last_seen_at > $5 - $6
         ) as "isExpected"`,
        [id, workspaceId, name, JSON.stringify(slots), now, runnerSilenceMs],
      );
      if (written === undefined) throw new CambiumError('conflict', `Runner ${id} belongs to another workspace.`);
      if (!written.isExpected) await notifyRunners(manager, workspaceId);
      if (!written.isNew) return;
      await manager.query(
        `delete from runners r where last_seen_at < $1 and not exists (
           select 1 from attempts a where a.runner_id = r.id and a.state = 'running')`,
        [now - forgottenAfterMs],
      );
    },
    async list(workspaceId, since) {
      const rows: readonly RunnerStatusRow[] = await manager.query(
        `select r.id, r.name, r.slots, r.last_seen_at, coalesce(working.busy, 0) as busy
         from runners r left join (
           select runner_id, count(*) as busy from attempts where state = 'running' group by runner_id
         ) working on working.runner_id = r.id
         where r.workspace_id = $1 and (r.last_seen_at >= $2 or working.busy > 0)
         order by r.last_seen_at desc limit ${mostListed}`,
        [workspaceId, since],
      );
      return rows
        .map(
          ({ id, name, slots, last_seen_at, busy }): RunnerStatus => ({
            id,
            name,
            slots,
            workspaceId,
            lastSeenAt: Number(last_seen_at),
            busy: Number(busy),
          }),
        )
        .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    },
  };
}
