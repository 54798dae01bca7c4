import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An attempt keeps its runner's name when the runner is forgotten. */
export class NameRunnersInAttempts1766000001000 implements MigrationInterface {
  readonly name = 'NameRunnersInAttempts1766000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table attempts add column runner_name text');
    await runner.query(
      'update attempts set runner_name = runners.name from runners where runners.id = attempts.runner_id',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table attempts drop column runner_name');
  }
}
