import { randomUUID } from 'node:crypto';
import { openDatabase } from '@cambium/db';
import { revertMigrations, runSql, schemaDrift, type TestDatabase, withTestDatabase } from '@cambium/db/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);
let server: TestDatabase;
beforeAll(async () => {
  server = await withTestDatabase();
});
afterAll(() => server.close());

const tables = async (url: string) =>
  (await runSql(url, `select table_name from information_schema.tables where table_schema = 'public' order by 1`)).map(
    (row) => row.table_name,
  );

describe('the migrations', () => {
  it('make exactly what the entities describe', async () => {
    expect(await schemaDrift(server.url)).toEqual([]);
  });

  it.each([
    ['a missing column', 'alter table trials drop column fidelity'],
    ['a column of another type', 'alter table trials alter column params type jsonb'],
    ['a missing index', 'drop index trials_by_state'],
    ['a missing foreign key', 'alter table trials drop constraint trials_experiment_fk'],
    ['a column that may be null', 'alter table events alter column payload drop not null'],
  ])('are told apart from the entities by %s', async (_what, change) => {
    const url = await server.another();
    await runSql(url, change);
    expect(await schemaDrift(url)).not.toEqual([]);
  });

  it('make the indexes that TypeORM knows nothing of', async () => {
    const rows = await runSql(server.url, `select indexname from pg_indexes where tablename = 'trials' order by 1`);
    expect(rows.map((row) => row.indexname)).toEqual([
      'trials_by_duration_down',
      'trials_by_duration_up',
      'trials_by_state',
      'trials_by_value_down',
      'trials_by_value_up',
      'trials_number_unique',
      'trials_pk',
    ]);
  });

  it('carry the states of searchers and pruners over, back and forth', async () => {
    const url = await server.another();
    const searcher = '{"seen":[1,null],"b":{"z":1,"a":2}}';
    await runSql(url, `insert into workspaces (id, name, created_at) values ($1, 'w', 0)`, [randomUUID()]);
    const [experiment] = await runSql(
      url,
      `insert into experiments (id, workspace_id, name, searcher_name, spec, context, max_step, state, phase, max_trials,
         exhausted, counts, next_trial_number, last_seq, device_ms, created_at)
       select gen_random_uuid(), id, 'e', 's', '{}', '{}', 1, 'running', 'search', 1, false, '{}', 0, 0, 0, 0 from workspaces
       returning id`,
    );
    await runSql(url, `insert into algorithm_states values ($1, 'searcher', 3, $2), ($1, 'pruner', 1, null)`, [
      experiment?.['id'],
      searcher,
    ]);
    const kept = () =>
      runSql(url, 'select part, version, cast(state as text) from algorithm_states order by part desc');
    const before = await kept();
    expect(before[0]).toEqual({ part: 'searcher', version: 3, state: searcher });
    await revertMigrations(url, 'SeparateAlgorithmStates1764600000000');
    expect(await runSql(url, `select searcher ->> 'version' as version, pruner from experiments`)).toEqual([
      { version: '3', pruner: { version: 1, state: null } },
    ]);
    const database = await openDatabase({ url });
    await database.migrate();
    await database.close();
    expect(await kept()).toEqual([before[0], { part: 'pruner', version: 1, state: 'null' }]);
  });

  it('find the fronts of experiments that are there, and the best trial on them', async () => {
    const url = await server.another();
    await revertMigrations(url, 'KeepParetoFronts1767000000000');
    await runSql(url, `insert into workspaces (id, name, created_at) values ($1, 'w', 0)`, [randomUUID()]);
    const insert = async (directions: readonly string[], best: number, values: readonly number[]) => {
      const objectives = directions.map((direction, i) => ({ metric: `m${i}`, direction }));
      const [row] = await runSql(
        url,
        `insert into experiments (id, workspace_id, name, searcher_name, spec, context, max_step, state, phase, max_trials,
           exhausted, counts, next_trial_number, last_seq, created_at, best_trial, best_values)
         select gen_random_uuid(), id, 'e', 's', $1, '{}', 4, 'complete', 'search', 9, false, '{}', 0, 0, 0, $2, $3
         from workspaces returning id`,
        [JSON.stringify({ objectives }), best, JSON.stringify(values)],
      );
      return row?.['id'];
    };
    const trial = (id: unknown, number: number, values: readonly number[], change: Record<string, unknown> = {}) => {
      const row = { mode: null, fidelity: null, violation: 0, finished: number, state: 'complete', ...change };
      return runSql(
        url,
        `insert into trials (id, experiment_id, number, state, params, static_metrics, epoch, created_at, mode, fidelity,
           violation, finished_at, values)
         values (gen_random_uuid(), $1, $2, $3, '{}', '{}', 1, 0, $4, $5, $6, $7, $8)`,
        [id, number, row.state, row.mode, row.fidelity, row.violation, row.finished, JSON.stringify(values)],
      );
    };
    const single = await insert(['maximize'], 1, [0.9]);
    await trial(single, 0, [0.5]);
    await trial(single, 1, [0.9], { fidelity: 2 });
    const several = await insert(['maximize', 'minimize'], 1, [0.9, 50]);
    await trial(several, 0, [0.9, 40], { finished: 9 });
    await trial(several, 1, [0.9, 50]);
    await trial(several, 2, [0.9, 40]);
    await trial(several, 3, [0.5, 4]);
    await trial(several, 4, [0.99, 1], { violation: 1 });
    await trial(several, 5, [0.99, 1], { fidelity: 2 });
    await trial(several, 6, [0.99, 1], { mode: 'final' });
    await trial(several, 7, [0.99, 1], { state: 'pruned' });
    const none = await insert(['maximize', 'minimize'], 1, [0.9, 50]);
    const database = await openDatabase({ url });
    await database.migrate();
    await database.close();
    const front = (id: unknown) =>
      runSql(url, `select trial_number, values, steps from front_members where experiment_id = $1 order by 1`, [id]);
    expect(await front(single)).toEqual([{ trial_number: 1, values: [0.9], steps: 2 }]);
    expect(await front(several)).toEqual([
      { trial_number: 2, values: [0.9, 40], steps: 4 },
      { trial_number: 3, values: [0.5, 4], steps: 4 },
    ]);
    expect(await front(none)).toEqual([]);
    expect(await runSql(url, 'select best_trial, best_values from experiments where id = $1', [several])).toEqual([
      { best_trial: 2, best_values: [0.9, 40] },
    ]);
  });

  it('count what the attempts of a search took', async () => {
    const url = await server.another();
    await revertMigrations(url, 'CountDeviceTime1768200001000');
    await runSql(url, `insert into workspaces (id, name, created_at) values ($1, 'w', 0)`, [randomUUID()]);
    const [experiment] = await runSql(
      url,
      `insert into experiments (id, workspace_id, name, searcher_name, spec, context, max_step, state, phase, max_trials,
         exhausted, counts, next_trial_number, last_seq, created_at)
       select gen_random_uuid(), id, 'e', 's', '{}', '{}', 1, 'running', 'search', 1, false, '{}', 0, 0, 0 from workspaces
       returning id`,
    );
    const attempts = [
      [0, null, 1000, 5000],
      [1, null, 2000, null],
      [2, 'supernet', 0, 300],
      [3, 'final', 0, 70_000],
    ] as const;
    for (const [number, mode, startedAt, endedAt] of attempts) {
      await runSql(
        url,
        `with trial as (
           insert into trials (id, experiment_id, number, state, params, static_metrics, epoch, created_at, mode)
           values (gen_random_uuid(), $1, $2, 'waiting', '{}', '{}', 1, 0, $3) returning id)
         insert into attempts (id, experiment_id, trial_id, epoch, runner_id, state, lease_expires_at, started_at, ended_at)
         select gen_random_uuid(), $1, id, 1, gen_random_uuid(), 'finished', 0, $4, $5 from trial`,
        [experiment?.['id'], number, mode, startedAt, endedAt],
      );
    }
    const database = await openDatabase({ url });
    await database.migrate();
    await database.close();
    expect(await runSql(url, 'select device_ms from experiments')).toEqual([{ device_ms: '4300' }]);
  });

  it('can be undone and done again', async () => {
    const url = await server.another();
    const before = await tables(url);
    expect(before).toHaveLength(15);
    await revertMigrations(url);
    expect(await tables(url)).toEqual(['cambium_migrations']);
    const database = await openDatabase({ url });
    await database.migrate();
    await database.close();
    expect(await tables(url)).toEqual(before);
    expect(await schemaDrift(url)).toEqual([]);
  });
});
