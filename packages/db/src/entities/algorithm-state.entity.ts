import type { AlgorithmPart, AlgorithmState } from '@cambium/core';
import { EntitySchema } from 'typeorm';
import { belongsTo, document, integer, type Stored, text, uuid } from './columns.js';

/** One row for the searcher and one for the pruner of an experiment. */
export type AlgorithmStateRow = Stored<AlgorithmState> & {
  readonly experimentId: string;
  readonly part: AlgorithmPart;
};

export const AlgorithmStateEntity = new EntitySchema<AlgorithmStateRow>({
  name: 'algorithm_states',
  columns: {
    experimentId: uuid('experiment_id', { primary: true, primaryKeyConstraintName: 'algorithm_states_pk' }),
    part: text('part', { primary: true, primaryKeyConstraintName: 'algorithm_states_pk' }),
    version: integer('version'),
    state: document('state', { nullable: true }),
  },
  foreignKeys: [belongsTo('experiments', 'experimentId', 'algorithm_states_experiment_fk')],
});
