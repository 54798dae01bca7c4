import type { CheckpointRef, Metrics, Params, TrialFailure, TrialState } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, document, double, integer, millis, type StoredDocument, text, uuid } from './columns.js';

/** All states of a trial in one row; a field that its state does not have is null. */
export interface TrialRow {
  id: string;
  experimentId: string;
  number: number;
  state: TrialState;
  params: Params;
  fidelity: number | null;
  resumeFrom: CheckpointRef | null;
  mode: string | null;
  parent: number | null;
  /** null for none, as in rows from before there was such a column. */
  builtOn: readonly number[] | null;
  why: StoredDocument;
  staticMetrics: Metrics;
  epoch: number;
  createdAt: number;
  attemptId: string | null;
  startedAt: number | null;
  finishedAt: number | null;
  metrics: Metrics | null;
  lastStep: number | null;
  values: readonly number[] | null;
  violation: number | null;
  failure: TrialFailure | null;
  /** First of `values`: a column of its own, to sort and filter by. */
  firstValue: number | null;
  /** From start to finish in milliseconds, null before the end: for the same reason. */
  durationMs: number | null;
}

/**
 * Sorting by value or duration pages through an index whose expression turns null into ±Infinity, so that nulls come
 * last in both directions; TypeORM can't describe such indexes and leaves them alone (`synchronize: false`).
 */
const expressionIndexes = ['value_up', 'value_down', 'duration_up', 'duration_down'];

export const TrialEntity = new EntitySchema<TrialRow>({
  name: 'trials',
  columns: {
    id: uuid('id', { primary: true, primaryKeyConstraintName: 'trials_pk' }),
    experimentId: uuid('experiment_id'),
    number: integer('number'),
    state: text('state'),
    params: document('params'),
    fidelity: double('fidelity', { nullable: true }),
    resumeFrom: document('resume_from', { nullable: true }),
    mode: text('mode', { nullable: true }),
    parent: integer('parent', { nullable: true }),
    builtOn: document('built_on', { nullable: true }),
    why: document('why', { nullable: true }),
    staticMetrics: document('static_metrics'),
    epoch: integer('epoch'),
    createdAt: millis('created_at'),
    attemptId: uuid('attempt_id', { nullable: true }),
    startedAt: millis('started_at', { nullable: true }),
    finishedAt: millis('finished_at', { nullable: true }),
    metrics: document('metrics', { nullable: true }),
    lastStep: integer('last_step', { nullable: true }),
    values: document('values', { nullable: true }),
    violation: double('violation', { nullable: true }),
    failure: document('failure', { nullable: true }),
    firstValue: double('first_value', { nullable: true }),
    durationMs: double('duration_ms', { nullable: true }),
  },
  uniques: [{ name: 'trials_number_unique', columns: ['experimentId', 'number'] }],
  indices: [
    { name: 'trials_by_state', columns: ['experimentId', 'state', 'number'] },
    ...expressionIndexes.map((suffix) => ({
      name: `trials_by_${suffix}`,
      columns: ['experimentId', 'number'],
      synchronize: false,
    })),
  ],
  foreignKeys: [belongsTo('experiments', 'experimentId', 'trials_experiment_fk')],
});
