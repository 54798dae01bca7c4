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
         exhausted, counts, next_trial_number, last_seq, created_at)
       select gen_random_uuid(), id, 'e', 's', '{}', '{}', 1, 'running', 'search', 1, false, '{}', 0, 0, 0 from workspaces
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

  it('can be undone and done again', async () => {
    const url = await server.another();
    const before = await tables(url);
    expect(before).toHaveLength(14);
    await revertMigrations(url);
    expect(await tables(url)).toEqual(['cambium_migrations']);
    const database = await openDatabase({ url });
    await database.migrate();
    await database.close();
    expect(await tables(url)).toEqual(before);
    expect(await schemaDrift(url)).toEqual([]);
  });
});
