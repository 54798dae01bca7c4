import { EntitySchema } from 'typeorm';
import { millis, text, uuid } from './columns.js';

export interface WorkspaceRow {
  id: string;
  name: string;
  createdAt: number;
}

export const WorkspaceEntity = new EntitySchema<WorkspaceRow>({
  name: 'workspaces',
  columns: {
    id: uuid('id', { primary: true, primaryKeyConstraintName: 'workspaces_pk' }),
    name: text('name'),
    createdAt: millis('created_at'),
  },
});
