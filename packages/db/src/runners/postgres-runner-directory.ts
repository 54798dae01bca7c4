import { CambiumError, type RunnerDirectory, type RunnerStatus } from '@cambium/core';
import type { DataSource } from 'typeorm';

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
      // xmax is zero in a row that no update has touched yet: the runner is new.
      const [written]: readonly ({ isNew: boolean } | undefined)[] = await manager.query(
        `insert into runners (id, workspace_id, name, slots, last_seen_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update
           set name = excluded.name, slots = excluded.slots, last_seen_at = excluded.last_seen_at
           where runners.workspace_id = excluded.workspace_id
         returning xmax = 0 as "isNew"`,
        [id, workspaceId, name, JSON.stringify(slots), now],
      );
      if (written === undefined) throw new CambiumError('conflict', `Runner ${id} belongs to another workspace.`);
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
