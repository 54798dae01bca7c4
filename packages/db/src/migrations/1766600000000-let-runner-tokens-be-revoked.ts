import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A name for a token that is no secret, and when it was used last: to list tokens and to take one back. */
export class LetRunnerTokensBeRevoked1766600000000 implements MigrationInterface {
  readonly name = 'LetRunnerTokensBeRevoked1766600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table runner_tokens add column id uuid, add column last_used_at bigint');
    await runner.query('update runner_tokens set id = gen_random_uuid()');
    await runner.query(
      'alter table runner_tokens alter column id set not null, add constraint runner_tokens_id_unique unique (id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table runner_tokens drop column id, drop column last_used_at');
  }
}
