import type { Attempt } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, document, integer, millis, text, uuid } from './columns.js';

/** The lease is here and nowhere else: see infra/adr/0001-leases-in-the-ledger.md. */
export const AttemptEntity = new EntitySchema<Attempt>({
  name: 'attempts',
  columns: {
    id: uuid('id', { primary: true, primaryKeyConstraintName: 'attempts_pk' }),
    experimentId: uuid('experiment_id'),
    trialId: uuid('trial_id'),
    epoch: integer('epoch'),
    runnerId: uuid('runner_id'),
    runnerName: text('runner_name', { nullable: true }),
    device: text('device', { nullable: true }),
    state: text('state'),
    leaseExpiresAt: millis('lease_expires_at'),
    startedAt: millis('started_at'),
    endedAt: millis('ended_at', { nullable: true }),
    failure: document('failure', { nullable: true }),
  },
  uniques: [{ name: 'attempts_epoch_unique', columns: ['trialId', 'epoch'] }],
  indices: [
    { name: 'attempts_running_by_lease', columns: ['leaseExpiresAt'], where: `(state = 'running'::text)` },
    { name: 'attempts_running_by_runner', columns: ['runnerId'], where: `(state = 'running'::text)` },
  ],
  foreignKeys: [
    belongsTo('experiments', 'experimentId', 'attempts_experiment_fk'),
    belongsTo('trials', 'trialId', 'attempts_trial_fk'),
  ],
});
