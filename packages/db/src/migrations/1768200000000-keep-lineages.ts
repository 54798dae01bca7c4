import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which trials a trial is built on. Null in the rows that are there: their lineage was not kept. */
export class KeepLineages1768200000000 implements MigrationInterface {
  readonly name = 'KeepLineages1768200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table trials add column built_on json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table trials drop column built_on');
  }
}
