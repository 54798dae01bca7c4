import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens that a process makes for its own runner end some time after it. */
export class LetRunnerTokensEnd1766000000000 implements MigrationInterface {
  readonly name = 'LetRunnerTokensEnd1766000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table runner_tokens add column expires_at bigint, add column idle_ms bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table runner_tokens drop column expires_at, drop column idle_ms');
  }
}
