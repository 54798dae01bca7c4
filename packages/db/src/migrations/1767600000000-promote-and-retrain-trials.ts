import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which trial the team has chosen, and which one an experiment trains again. */
export class PromoteAndRetrainTrials1767600000000 implements MigrationInterface {
  readonly name = 'PromoteAndRetrainTrials1767600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table experiments add column cloned_trial integer, add column promotion json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table experiments drop column cloned_trial, drop column promotion');
  }
}
