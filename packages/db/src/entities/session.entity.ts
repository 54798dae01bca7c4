import { EntitySchema } from 'typeorm';
import { belongsTo, millis, text, uuid } from './columns.js';

export interface SessionRow {
  secretHash: string;
  userId: string;
  expiresAt: number;
}

export const SessionEntity = new EntitySchema<SessionRow>({
  name: 'sessions',
  columns: {
    secretHash: text('secret_hash', { primary: true, primaryKeyConstraintName: 'sessions_pk' }),
    userId: uuid('user_id'),
    expiresAt: millis('expires_at'),
  },
  indices: [{ name: 'sessions_expiry', columns: ['expiresAt'] }],
  foreignKeys: [belongsTo('users', 'userId', 'sessions_user_fk')],
});
