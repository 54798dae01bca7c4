import { EntitySchema } from 'typeorm';
import { belongsTo, millis, text, uuid } from './columns.js';

export interface RunnerTokenRow {
  secretHash: string;
  /** Names the token without its secret. */
  id: string;
  name: string;
  workspaceId: string;
  createdAt: number;
  /** Moved on by each use; null when it does not end. */
  expiresAt: number | null;
  idleMs: number | null;
  /** Of tokens that do not end by themselves. */
  lastUsedAt: number | null;
}

export const RunnerTokenEntity = new EntitySchema<RunnerTokenRow>({
  name: 'runner_tokens',
  columns: {
    secretHash: text('secret_hash', { primary: true, primaryKeyConstraintName: 'runner_tokens_pk' }),
    id: uuid('id'),
    name: text('name'),
    workspaceId: uuid('workspace_id'),
    createdAt: millis('created_at'),
    expiresAt: millis('expires_at', { nullable: true }),
    idleMs: millis('idle_ms', { nullable: true }),
    lastUsedAt: millis('last_used_at', { nullable: true }),
  },
  uniques: [{ name: 'runner_tokens_id_unique', columns: ['id'] }],
  indices: [{ name: 'runner_tokens_workspace', columns: ['workspaceId'] }],
  foreignKeys: [belongsTo('workspaces', 'workspaceId', 'runner_tokens_workspace_fk')],
});
