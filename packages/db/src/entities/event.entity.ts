import type { ExperimentEvent } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, document, integer, millis, type Stored, text, uuid } from './columns.js';

export const EventEntity = new EntitySchema<Stored<ExperimentEvent>>({
  name: 'events',
  columns: {
    experimentId: uuid('experiment_id', { primary: true, primaryKeyConstraintName: 'events_pk' }),
    seq: integer('seq', { primary: true, primaryKeyConstraintName: 'events_pk' }),
    type: text('type'),
    at: millis('at'),
    trialNumber: integer('trial_number', { nullable: true }),
    payload: document('payload'),
  },
  foreignKeys: [belongsTo('experiments', 'experimentId', 'events_experiment_fk')],
});

export function eventFromRow(row: Stored<ExperimentEvent>): ExperimentEvent {
  return row as ExperimentEvent;
}
