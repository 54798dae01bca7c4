import { CambiumError, type RunnerDirectory } from '@cambium/core';
import type { DataSource } from 'typeorm';
import { AttemptEntity } from '../entities/attempt.entity.js';
import { RunnerEntity } from '../entities/runner.entity.js';

/** Core's runner directory on PostgreSQL. */
export function createPostgresRunnerDirectory({ manager }: DataSource): RunnerDirectory {
  return {
    async seen({ id, name, slots }, workspaceId, now) {
      const written: readonly unknown[] = await manager.query(
        `insert into runners (id, workspace_id, name, slots, last_seen_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update
           set name = excluded.name, slots = excluded.slots, last_seen_at = excluded.last_seen_at
           where runners.workspace_id = excluded.workspace_id
         returning id`,
        [id, workspaceId, name, JSON.stringify(slots), now],
      );
      if (written.length === 0) throw new CambiumError('conflict', `Runner ${id} belongs to another workspace.`);
    },
    async list(workspaceId) {
      const rows = await manager.find(RunnerEntity, { where: { workspaceId }, order: { name: 'ASC', id: 'ASC' } });
      const counts = await manager
        .createQueryBuilder(AttemptEntity, 'a')
        .select('a.runner_id', 'runnerId')
        .addSelect('count(*)', 'busy')
        .where(`a.state = 'running' and a.runner_id = any(:ids)`, { ids: rows.map(({ id }) => id) })
        .groupBy('a.runner_id')
        .getRawMany<{ runnerId: string; busy: string }>();
      const busy = new Map(counts.map((count) => [count.runnerId, Number(count.busy)]));
      return rows.map(({ id, name, slots, lastSeenAt }) => ({
        id,
        name,
        slots,
        workspaceId,
        lastSeenAt,
        busy: busy.get(id) ?? 0,
      }));
    },
  };
}
