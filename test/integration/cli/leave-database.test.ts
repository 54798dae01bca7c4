import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase, startEmbeddedPostgres } from '@cambium/db';
import { runSql } from '@cambium/db/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cambium } from '../../support/cambium-command.js';
import { digitsSearch } from '../../support/search-client.js';

const id = '00000000-0000-4000-8000-000000000000';

describe('a command that can’t open its database', () => {
  let dataDir = '';
  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-leave-'));
    chmodSync(dataDir, 0o755);
    writeFileSync(path.join(dataDir, 'search.json'), JSON.stringify(digitsSearch()));
    const server = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
    const url = server.url('cambium');
    const database = await openDatabase({ url });
    await database.migrate();
    await database.close();
    await runSql(
      url,
      `insert into cambium_migrations (timestamp, name) values (9999999999999, 'FromTheFuture9999999999999')`,
    );
    await server.stop();
  }, 60_000);
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it.each([
    [['start', '--no-demo']],
    [['run', 'search.json']],
    [['resume', id]],
    [['export', id, '--format', 'tfjs']],
    [['replay', id]],
    [['login-link']],
  ])(
    'says why and leaves no server behind: %j',
    async ([command = '', argument = '', ...rest]) => {
      const file = argument.endsWith('.json') ? path.join(dataDir, argument) : argument;
      const args = [command, file, ...rest].filter(Boolean);
      const { code, stderr } = await cambium(args, { dataDir, env: { PORT: '0' } });
      expect([code, stderr]).toEqual([1, expect.stringMatching(/newer version/)]);
      expect(existsSync(path.join(dataDir, 'postgres', 'pg18', 'postmaster.pid'))).toBe(false);
    },
    60_000,
  );
});
