import type { Report } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, document, integer, millis, uuid } from './columns.js';

export const ReportEntity = new EntitySchema<Report>({
  name: 'reports',
  columns: {
    attemptId: uuid('attempt_id', { primary: true, primaryKeyConstraintName: 'reports_pk' }),
    step: integer('step', { primary: true, primaryKeyConstraintName: 'reports_pk' }),
    trialId: uuid('trial_id'),
    metrics: document('metrics'),
    at: millis('at'),
  },
  indices: [{ name: 'reports_trial', columns: ['trialId'] }],
  foreignKeys: [
    belongsTo('trials', 'trialId', 'reports_trial_fk'),
    belongsTo('attempts', 'attemptId', 'reports_attempt_fk'),
  ],
});
