import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { runSql, type TestDatabase, withTestDatabase } from '@cambium/db/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cambium } from '../../support/cambium-command.js';
import { startPlatform } from '../../support/platform.js';
import { until } from '../../support/search-client.js';

describe('cambium start', () => {
  let database: TestDatabase;
  let dataDir = '';
  beforeAll(async () => {
    database = await withTestDatabase();
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-start-'));
    chmodSync(dataDir, 0o755);
  }, 60_000);
  afterAll(async () => {
    rmSync(dataDir, { recursive: true, force: true });
    await database.close();
  });
  const databaseAt = (change: (url: URL) => void) => {
    const url = new URL(database.url);
    change(url);
    return { DATABASE_URL: url.href, PORT: '0' };
  };
  /** What it says when it can't start; nothing may be left running, or it would not end. */
  const failure = async (env: Record<string, string>) => {
    const { code, stdout, stderr } = await cambium(['start', '--no-demo'], { dataDir, env });
    return { code, stdout, stderr };
  };

  it('ends with one message when the password in DATABASE_URL is wrong: the input is wrong', async () => {
    const env = databaseAt((url) => {
      url.password = 'not-this';
    });
    expect(await failure(env)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^.*refuses the login.*\n$/),
    });
  }, 60_000);

  it('ends with one message when nothing answers at DATABASE_URL', async () => {
    const env = databaseAt((url) => {
      url.port = '1';
    });
    const stderr = expect.stringMatching(/^No PostgreSQL answers at .*Start the server or correct.*\n$/);
    expect(await failure(env)).toEqual({ code: 1, stdout: '', stderr });
  }, 60_000);

  it('says that its port is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { code, stderr } = await failure({ PORT: String(port) }).finally(() => server.close());
    expect([code, stderr]).toEqual([1, expect.stringContaining(`Port ${port} is in use. Choose another: PORT=`)]);
  }, 60_000);

  it('says what is wrong with its data folder and its environment', async () => {
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    const folder = await failure({ PORT: '0', CAMBIUM_DATA_DIR: path.join(file, 'data') });
    expect([folder.code, folder.stderr]).toEqual([1, expect.stringContaining('a file is where a folder should be')]);
    const port = await failure({ PORT: 'many' });
    expect(port).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining('PORT: must be a number from 0') });
  }, 60_000);

  it('prints its link although the first experiment can’t be started, and says why', async () => {
    await runSql(
      database.url,
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'no room'; end $$`,
    );
    await runSql(database.url, 'create trigger refuse before insert on experiments execute function refuse()');
    const platform = await startPlatform({ demo: true, args: ['--no-runner'], env: { DATABASE_URL: database.url } });
    try {
      // Errors come through a pipe of their own, so the link may be read first.
      await until(
        async () => platform.output(),
        (output) => output.includes('The first experiment could not be started'),
        30_000,
      );
      expect((await fetch(platform.loginUrl, { redirect: 'manual' })).headers.getSetCookie()).toHaveLength(1);
    } finally {
      await platform.stop();
    }
  }, 120_000);
});
