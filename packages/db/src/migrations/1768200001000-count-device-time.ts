import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the attempts of each search have taken, those that are over by now as well. */
export class CountDeviceTime1768200001000 implements MigrationInterface {
  readonly name = 'CountDeviceTime1768200001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table experiments add column device_ms bigint');
    await runner.query(
      `update experiments e set device_ms = (
         select coalesce(sum(a.ended_at - a.started_at), 0) from attempts a join trials t on t.id = a.trial_id
         where a.experiment_id = e.id and a.ended_at is not null and (t.mode is null or t.mode not in ('final', 'repeat')))`,
    );
    await runner.query('alter table experiments alter column device_ms set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table experiments drop column device_ms');
  }
}
