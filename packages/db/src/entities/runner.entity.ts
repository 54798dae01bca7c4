import type { RunnerDescription } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, document, millis, text, uuid } from './columns.js';

export interface RunnerRow {
  id: string;
  workspaceId: string;
  name: string;
  slots: RunnerDescription['slots'];
  lastSeenAt: number;
}

export const RunnerEntity = new EntitySchema<RunnerRow>({
  name: 'runners',
  columns: {
    id: uuid('id', { primary: true, primaryKeyConstraintName: 'runners_pk' }),
    workspaceId: uuid('workspace_id'),
    name: text('name'),
    slots: document('slots'),
    lastSeenAt: millis('last_seen_at'),
  },
  indices: [{ name: 'runners_workspace', columns: ['workspaceId'] }],
  foreignKeys: [belongsTo('workspaces', 'workspaceId', 'runners_workspace_fk')],
});
