import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIdentityTables, createLedgerTables, createTrialSortIndexes } from './create-ledger-tables.js';

/** The first schema: identity, runners, and the ledger of experiments. */
export class CreateLedger1764000000000 implements MigrationInterface {
  readonly name = 'CreateLedger1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...createIdentityTables, ...createLedgerTables, ...createTrialSortIndexes]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table artifact_links, events, reports, attempts, trials, experiments,
         runners, runner_tokens, login_links, sessions, users, workspaces`,
    );
  }
}
