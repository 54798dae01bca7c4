import { openDatabase } from '@cambium/db';
import { runSql, type TestDatabase, withTestDatabase } from '@cambium/db/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(60_000);
let server: TestDatabase;
beforeAll(async () => {
  server = await withTestDatabase();
});
afterAll(() => server.close());

const at = (change: (url: URL) => void) => {
  const url = new URL(server.url);
  change(url);
  return url.href;
};

describe('opening a database', () => {
  it('makes the database when it is missing, migrates it once, and finds it there the next time', async () => {
    const url = at((address) => {
      address.pathname = '/made%20now';
    });
    for (let round = 0; round < 2; round++) {
      const database = await openDatabase({ url });
      await Promise.all([database.migrate(), database.migrate()]);
      expect((await database.identity.localOwner(5)).role).toBe('owner');
      await database.close();
    }
    const owners = await runSql(url, 'select count(*)::int as count from users');
    expect(owners).toEqual([{ count: 1 }]);
    await runSql(server.url, 'drop database "made now" with (force)');
  });

  it('migrates from several processes at once', async () => {
    const url = await server.another({ migrated: false });
    const databases = await Promise.all([openDatabase({ url }), openDatabase({ url }), openDatabase({ url })]);
    await Promise.all(databases.map((database) => database.migrate()));
    const owners = await Promise.all(databases.map((database) => database.identity.localOwner(1)));
    expect(new Set(owners.map((owner) => owner.id)).size).toBe(1);
    await Promise.all(databases.map((database) => database.close()));
  });

  it('says that nothing answers', async () => {
    const url = at((address) => {
      address.port = '1';
    });
    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'retry',
      message: expect.stringContaining('No PostgreSQL answers'),
    });
  });

  it('says that the login is wrong, without showing the password', async () => {
    const url = at((address) => {
      address.password = 'not-this';
    });
    const failure = await openDatabase({ url }).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: 'fix-input', message: expect.stringContaining('refuses the login') });
    expect(String(failure)).not.toContain('not-this');
  });

  it('says that a user may not make the database', async () => {
    await runSql(server.url, `create role guest login password 'guest'`);
    const url = at((address) => {
      address.username = 'guest';
      address.password = 'guest';
      address.pathname = '/not_there';
    });
    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'fix-input',
      message: expect.stringContaining('createdb not_there'),
    });
    await runSql(server.url, 'drop role guest');
  });

  it('refuses a database that a newer version has changed', async () => {
    const url = await server.another();
    await runSql(
      url,
      `insert into cambium_migrations (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`,
    );
    const database = await openDatabase({ url });
    await expect(database.migrate()).rejects.toMatchObject({ code: 'give-up' });
    await database.close();
  });
});
