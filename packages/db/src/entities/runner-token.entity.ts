import { EntitySchema } from 'typeorm';
import { belongsTo, millis, text, uuid } from './columns.js';

export interface RunnerTokenRow {
  secretHash: string;
  name: string;
  workspaceId: string;
  createdAt: number;
  /** Moved on by each use; null when it does not end. */
  expiresAt: number | null;
  idleMs: number | null;
}

export const RunnerTokenEntity = new EntitySchema<RunnerTokenRow>({
  name: 'runner_tokens',
  columns: {
    secretHash: text('secret_hash', { primary: true, primaryKeyConstraintName: 'runner_tokens_pk' }),
    name: text('name'),
    workspaceId: uuid('workspace_id'),
    createdAt: millis('created_at'),
    expiresAt: millis('expires_at', { nullable: true }),
    idleMs: millis('idle_ms', { nullable: true }),
  },
  indices: [{ name: 'runner_tokens_workspace', columns: ['workspaceId'] }],
  foreignKeys: [belongsTo('workspaces', 'workspaceId', 'runner_tokens_workspace_fk')],
});
