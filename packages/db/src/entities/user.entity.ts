import type { Role } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, millis, text, uuid } from './columns.js';

export interface UserRow {
  id: string;
  workspaceId: string;
  name: string;
  role: Role;
  /** True for the one owner that a new installation starts with, null for all others; unique. */
  isLocalOwner: boolean | null;
  createdAt: number;
}

export const UserEntity = new EntitySchema<UserRow>({
  name: 'users',
  columns: {
    id: uuid('id', { primary: true, primaryKeyConstraintName: 'users_pk' }),
    workspaceId: uuid('workspace_id'),
    name: text('name'),
    role: text('role'),
    isLocalOwner: { type: 'boolean', name: 'is_local_owner', nullable: true },
    createdAt: millis('created_at'),
  },
  uniques: [{ name: 'users_local_owner_unique', columns: ['isLocalOwner'] }],
  indices: [{ name: 'users_workspace', columns: ['workspaceId'] }],
  foreignKeys: [belongsTo('workspaces', 'workspaceId', 'users_workspace_fk')],
});
