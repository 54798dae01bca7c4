import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The states of searchers and pruners, which grow with the history, out of the experiment's row, which every report,
 * heartbeat and page reads.
 */
export class SeparateAlgorithmStates1764600000000 implements MigrationInterface {
  readonly name = 'SeparateAlgorithmStates1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table algorithm_states (
         experiment_id uuid not null constraint algorithm_states_experiment_fk references experiments (id) on delete cascade,
         part text not null,
         version integer not null,
         state json,
         constraint algorithm_states_pk primary key (experiment_id, part)
       )`,
    );
    for (const part of ['searcher', 'pruner']) {
      await runner.query(
        `insert into algorithm_states (experiment_id, part, version, state)
         select id, '${part}', cast(${part} ->> 'version' as integer), ${part} -> 'state'
         from experiments where ${part} is not null`,
      );
    }
    await runner.query('alter table experiments drop column searcher, drop column pruner');
  }

  /** A searcher whose state was not kept gets version -1, which makes the next ask replay the history. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table experiments add column searcher json, add column pruner json');
    for (const part of ['searcher', 'pruner']) {
      await runner.query(
        `update experiments set ${part} = json_build_object('version', s.version, 'state', s.state)
         from algorithm_states s where s.experiment_id = id and s.part = '${part}'`,
      );
    }
    await runner.query(`update experiments set searcher = '{"version":-1,"state":null}' where searcher is null`);
    await runner.query('alter table experiments alter column searcher set not null');
    await runner.query('drop table algorithm_states');
  }
}
