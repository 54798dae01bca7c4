import { randomUUID } from 'node:crypto';
import type { IdentityStore, User } from '@cambium/core';
import { type DataSource, type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { LoginLinkEntity } from '../entities/login-link.entity.js';
import { RunnerTokenEntity, type RunnerTokenRow } from '../entities/runner-token.entity.js';
import { SessionEntity } from '../entities/session.entity.js';
import { UserEntity, type UserRow } from '../entities/user.entity.js';
import { WorkspaceEntity } from '../entities/workspace.entity.js';

/** Core's identity store on PostgreSQL. Only digests of secrets come in; what has expired is removed on the way. */
export function createPostgresIdentityStore(dataSource: DataSource): IdentityStore {
  const { manager } = dataSource;
  const userById = async (id: string) => {
    const row = await manager.findOneBy(UserEntity, { id });
    return row === null ? undefined : userFromRow(row);
  };
  return {
    localOwner: (now) => dataSource.transaction((locked) => findOrCreateOwner(locked, now)),
    async createLoginLink({ now, ...link }) {
      await manager.delete(LoginLinkEntity, { expiresAt: LessThanOrEqual(now) });
      await manager.insert(LoginLinkEntity, link);
    },
    async redeemLoginLink(secretHash, now) {
      // One statement decides who redeems it, however many try at once.
      const deleted = await manager
        .createQueryBuilder()
        .delete()
        .from(LoginLinkEntity)
        .where('secret_hash = :secretHash', { secretHash })
        .returning(['userId', 'expiresAt'])
        .execute();
      const [link] = deleted.raw as { user_id: string; expires_at: string }[];
      return link !== undefined && Number(link.expires_at) > now ? userById(link.user_id) : undefined;
    },
    async createSession({ now, ...session }) {
      await manager.delete(SessionEntity, { expiresAt: LessThanOrEqual(now) });
      await manager.insert(SessionEntity, session);
    },
    async sessionUser(secretHash, now) {
      const session = await manager.findOneBy(SessionEntity, { secretHash, expiresAt: MoreThan(now) });
      return session === null ? undefined : userById(session.userId);
    },
    async deleteSession(secretHash) {
      await manager.delete(SessionEntity, { secretHash });
    },
    async createRunnerToken({ now, ...token }) {
      await manager.delete(RunnerTokenEntity, { expiresAt: LessThanOrEqual(now) });
      const expiresAt = token.idleMs === null ? null : now + token.idleMs;
      await manager.insert(RunnerTokenEntity, { ...token, createdAt: now, expiresAt, lastUsedAt: null });
    },
    async runnerWorkspace(secretHash, now) {
      const token = await manager.findOneBy(RunnerTokenEntity, { secretHash });
      if (token === null || (token.expiresAt ?? Number.POSITIVE_INFINITY) <= now) return undefined;
      await noteUse(manager, token, now);
      return { workspaceId: token.workspaceId, tokenName: token.name };
    },
    async runnerTokens(workspaceId) {
      const rows = await manager.find(RunnerTokenEntity, {
        select: { id: true, name: true, createdAt: true, lastUsedAt: true },
        where: { workspaceId, idleMs: IsNull() },
        order: { createdAt: 'DESC', id: 'ASC' },
      });
      return rows.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
    },
    async revokeRunnerToken(workspaceId, id) {
      const { affected } = await manager.delete(RunnerTokenEntity, { workspaceId, id, idleMs: IsNull() });
      return affected === 1;
    },
  };
}

const minuteMs = 60_000;

/**
 * A runner shows its token every few seconds: the row is written once a minute, or once in a tenth of the time after which
 * an unused token ends.
 */
async function noteUse(manager: EntityManager, token: RunnerTokenRow, now: number): Promise<void> {
  const { secretHash, idleMs, expiresAt, lastUsedAt } = token;
  if (idleMs === null || expiresAt === null) {
    if (lastUsedAt !== null && now - lastUsedAt < minuteMs) return;
    await manager.update(RunnerTokenEntity, { secretHash }, { lastUsedAt: now });
  } else if (expiresAt - now <= 0.9 * idleMs) {
    await manager.update(RunnerTokenEntity, { secretHash }, { expiresAt: now + idleMs });
  }
}

async function findOrCreateOwner(manager: EntityManager, now: number): Promise<User> {
  // Two processes may start on an empty database at the same time.
  await manager.query(`select pg_advisory_xact_lock(hashtext('cambium local owner'))`);
  const known = await manager.findOneBy(UserEntity, { isLocalOwner: true });
  if (known !== null) return userFromRow(known);
  const workspace = { id: randomUUID(), name: 'My workspace', createdAt: now };
  await manager.insert(WorkspaceEntity, workspace);
  const owner: UserRow = {
    id: randomUUID(),
    workspaceId: workspace.id,
    name: 'Owner',
    role: 'owner',
    isLocalOwner: true,
    createdAt: now,
  };
  await manager.insert(UserEntity, owner);
  return userFromRow(owner);
}

function userFromRow({ id, name, workspaceId, role }: UserRow): User {
  return { id, name, workspaceId, role };
}
