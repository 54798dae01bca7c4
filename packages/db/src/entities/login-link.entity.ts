import { EntitySchema } from 'typeorm';
import { belongsTo, millis, text, uuid } from './columns.js';

export interface LoginLinkRow {
  secretHash: string;
  userId: string;
  expiresAt: number;
}

/** A row is removed when its link is used: it works once. */
export const LoginLinkEntity = new EntitySchema<LoginLinkRow>({
  name: 'login_links',
  columns: {
    secretHash: text('secret_hash', { primary: true, primaryKeyConstraintName: 'login_links_pk' }),
    userId: uuid('user_id'),
    expiresAt: millis('expires_at'),
  },
  indices: [{ name: 'login_links_expiry', columns: ['expiresAt'] }],
  foreignKeys: [belongsTo('users', 'userId', 'login_links_user_fk')],
});
