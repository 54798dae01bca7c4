import type { Experiment, FrozenExperiment } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, document, integer, millis, type Stored, text, uuid } from './columns.js';

/** An experiment and two copies out of its spec to filter and sort by. */
export type ExperimentRow = Stored<Experiment> & {
  readonly name: string;
  readonly searcherName: string;
};

export const ExperimentEntity = new EntitySchema<ExperimentRow>({
  name: 'experiments',
  columns: {
    id: uuid('id', { primary: true, primaryKeyConstraintName: 'experiments_pk' }),
    workspaceId: uuid('workspace_id'),
    name: text('name'),
    searcherName: text('searcher_name'),
    spec: document('spec'),
    context: document('context'),
    maxStep: integer('max_step'),
    state: text('state'),
    phase: text('phase'),
    maxTrials: integer('max_trials'),
    exhausted: { type: 'boolean', name: 'exhausted' },
    counts: document('counts'),
    nextTrialNumber: integer('next_trial_number'),
    lastSeq: integer('last_seq'),
    deviceMs: millis('device_ms'),
    bestTrial: integer('best_trial', { nullable: true }),
    bestValues: document('best_values', { nullable: true }),
    failure: text('failure', { nullable: true }),
    clonedFrom: uuid('cloned_from', { nullable: true }),
    clonedTrial: integer('cloned_trial', { nullable: true }),
    promotion: document('promotion', { nullable: true }),
    createdAt: millis('created_at'),
    startedAt: millis('started_at', { nullable: true }),
    finishedAt: millis('finished_at', { nullable: true }),
  },
  indices: [
    { name: 'experiments_by_age', columns: ['workspaceId', 'createdAt', 'id'] },
    { name: 'experiments_by_name', columns: ['workspaceId', 'name', 'id'] },
    { name: 'experiments_running', columns: ['id'], where: `(state = 'running'::text)` },
  ],
  foreignKeys: [belongsTo('workspaces', 'workspaceId', 'experiments_workspace_fk')],
});

export function experimentToRow(experiment: Experiment): ExperimentRow {
  return { ...experiment, name: experiment.spec.name, searcherName: experiment.spec.searcher.name };
}

export function experimentFromRow({ name: _name, searcherName: _searcher, ...experiment }: ExperimentRow): Experiment {
  return experiment as Experiment;
}

/** Of a row of which only these columns need to have been read. */
export function frozenFromRow(row: Pick<ExperimentRow, keyof FrozenExperiment>): FrozenExperiment {
  const { id, workspaceId, spec, context, maxStep } = row as FrozenExperiment;
  return { id, workspaceId, spec, context, maxStep };
}
