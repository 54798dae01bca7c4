import type { FrontMember } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, document, double, integer, type Stored, uuid } from './columns.js';

/** One row for each trial on its experiment's Pareto front. */
export type FrontMemberRow = Stored<FrontMember> & { readonly experimentId: string };

export const FrontMemberEntity = new EntitySchema<FrontMemberRow>({
  name: 'front_members',
  columns: {
    experimentId: uuid('experiment_id', { primary: true, primaryKeyConstraintName: 'front_members_pk' }),
    number: integer('trial_number', { primary: true, primaryKeyConstraintName: 'front_members_pk' }),
    values: document('values'),
    steps: double('steps'),
  },
  foreignKeys: [belongsTo('experiments', 'experimentId', 'front_members_experiment_fk')],
});

export function frontMemberFromRow({ number, values, steps }: FrontMemberRow): FrontMember {
  return { number, values: values as FrontMember['values'], steps };
}
