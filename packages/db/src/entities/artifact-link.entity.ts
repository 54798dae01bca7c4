import type { ArtifactLink } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, text, uuid } from './columns.js';

export type ArtifactLinkRow = ArtifactLink & { readonly trialId: string; readonly attemptId: string };

export const ArtifactLinkEntity = new EntitySchema<ArtifactLinkRow>({
  name: 'artifact_links',
  columns: {
    trialId: uuid('trial_id', { primary: true, primaryKeyConstraintName: 'artifact_links_pk' }),
    name: text('name', { primary: true, primaryKeyConstraintName: 'artifact_links_pk' }),
    attemptId: uuid('attempt_id'),
    kind: text('kind'),
    digest: text('digest'),
    bytes: { type: 'bigint', name: 'bytes', transformer: { to: (value) => value, from: Number } },
  },
  indices: [{ name: 'artifact_links_digest', columns: ['digest'] }],
  foreignKeys: [
    belongsTo('trials', 'trialId', 'artifact_links_trial_fk'),
    belongsTo('attempts', 'attemptId', 'artifact_links_attempt_fk'),
  ],
});

export function artifactFromRow({ name, kind, digest, bytes }: ArtifactLinkRow): ArtifactLink {
  return { name, kind, digest, bytes };
}
