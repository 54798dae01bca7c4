import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase, startEmbeddedPostgres } from '@cambium/db';
import { runSql } from '@cambium/db/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startChild } from './support/child.js';
import { experimentRow } from './support/rows.js';

jest.setTimeout(120_000);

let folder = '';
const cleanups: (() => Promise<unknown> | void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cambium-embedded-'));
  // Open to others: PostgreSQL runs as another account when the tests run as root.
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir: string, log: (line: string) => void = () => {}) {
  const server = await startEmbeddedPostgres({ dataDir, log });
  cleanups.push(() => server.stop());
  return server;
}

const dataDirOf = (server: { dataDir: string }) => server.dataDir;
const postmasterPid = (server: { dataDir: string }) =>
  Number(readFileSync(path.join(server.dataDir, 'pg18', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('the embedded PostgreSQL', () => {
  it('keeps data over restarts, is joined by later callers, and stops when the last of them leaves', async () => {
    const dataDir = path.join(folder, 'data');
    const first = await start(dataDir);
    expect(first.reused).toBe(false);
    await runSql(first.url('postgres'), 'create table kept as select 42 as answer');
    const second = await start(dataDir);
    expect(second.reused).toBe(true);
    expect(second.url('postgres')).toBe(first.url('postgres'));
    await second.stop();
    expect(await runSql(first.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    await first.stop();
    await expect(runSql(first.url('postgres'), 'select 1')).rejects.toThrow(/ECONNREFUSED|connect/);
    const third = await start(dataDir);
    expect(third.reused).toBe(false);
    expect(await runSql(third.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('listens on 127.0.0.1 alone and asks for its password', async () => {
    const server = await start(path.join(folder, 'data'));
    const [row] = await runSql(
      server.url('postgres'),
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
              current_setting('password_encryption') as encryption,
              (select bool_and(auth_method = 'scram-sha-256') from pg_hba_file_rules) as only_scram`,
    );
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '', encryption: 'scram-sha-256', only_scram: true });
    expect(statSync(path.join(dataDirOf(server), 'connection.json')).mode & 0o077).toBe(0);
    const address = Object.values(os.networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
    if (address === undefined) console.warn('skipped: no second network address to try the server on');
    const reached = address !== undefined && (await canConnect(address, Number(new URL(server.url('postgres')).port)));
    expect(reached).toBe(false);
    const wrong = new URL(server.url('postgres'));
    wrong.password = 'wrong';
    await expect(openDatabase({ url: wrong.href })).rejects.toMatchObject({ code: 'fix-input' });
  });

  it('takes four processes that start it at once on a fresh folder', async () => {
    const dataDir = path.join(folder, 'data');
    const children = Array.from({ length: 4 }, () => startChild('start-postgres.mjs', [dataDir]));
    const answers = await Promise.all(
      children.map(async (child) => {
        const [line] = await new Promise<Buffer[]>((resolve, reject) => {
          child.stdout?.once('data', (chunk: Buffer) => resolve([chunk]));
          child.once('close', () => reject(new Error('a process ended before it had a server')));
        });
        return JSON.parse(String(line)) as { url: string; reused: boolean };
      }),
    );
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1);
    expect(answers.filter(({ reused }) => !reused)).toHaveLength(1);
    expect(await runSql(answers[0]?.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    await Promise.all(
      children.map((child) => {
        child.stdin?.end();
        return new Promise((resolve) => child.once('close', resolve));
      }),
    );
  });

  it('loses nothing acknowledged when it is killed, and comes back where it was', async () => {
    const server = await start(path.join(folder, 'data'));
    const url = server.url('cambium');
    const database = await openDatabase({ url });
    await database.migrate();
    const { workspaceId } = await database.identity.localOwner(1);
    const experiment = experimentRow(workspaceId);
    await database.experiments.insert(experiment);
    await database.close();
    for (let round = 0; round < 2; round++) {
      const writer = startChild('write-events.mjs', [url, experiment.id]);
      let acknowledged = 0;
      const enough = new Promise<void>((resolve) => {
        writer.stdout?.on('data', (chunk: Buffer) => {
          for (const line of chunk.toString().trim().split('\n')) acknowledged = Math.max(acknowledged, Number(line));
          if (acknowledged > round * 40 + 30) resolve();
        });
      });
      await enough;
      process.kill(postmasterPid(server), 'SIGKILL');
      // The writer is told to try again later, and takes that for its end.
      expect(await new Promise((resolve) => writer.once('close', resolve))).toBe(0);
      const [row] = await onceBack(
        url,
        'select count(*)::int as count, max(seq) as newest, (select last_seq from experiments) as last_seq from events',
      );
      expect(row?.newest).toBeGreaterThanOrEqual(acknowledged);
      expect(row).toMatchObject({ count: row?.newest, last_seq: row?.newest });
    }
  });

  it('is brought back by whoever uses it, its starter or not, and stopped by the last to leave', async () => {
    const dataDir = path.join(folder, 'data');
    const starter = startChild('start-postgres.mjs', [dataDir]);
    await once(starter.stdout as Readable, 'data');
    const server = await start(dataDir);
    expect(server.reused).toBe(true);
    const url = server.url('postgres');
    await runSql(url, 'create table kept as select 42 as answer');

    process.kill(postmasterPid(server), 'SIGKILL');
    expect(await onceBack(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    starter.kill('SIGKILL');
    await once(starter, 'close');
    process.kill(postmasterPid(server), 'SIGKILL');
    expect(await onceBack(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    // One process of the server that is killed takes all its connections with it, and ours must come back.
    const lastOne = await start(dataDir);
    await crashBackend(url);
    expect(await onceBack(url, 'select answer from kept')).toEqual([{ answer: 42 }]);

    const users = `select count(*)::int as count from pg_stat_activity where application_name = 'cambium-presence'`;
    await until(async () => (await runSql(url, users))[0]?.count === 2);
    await server.stop();
    expect(await runSql(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await lastOne.stop();
    await expect(runSql(url, 'select 1')).rejects.toThrow(/ECONNREFUSED|connect/);
  });

  it('can be left in the middle of its recovery, by one of two and by the last', async () => {
    const dataDir = path.join(folder, 'data');
    const server = await start(dataDir);
    const other = await start(dataDir);
    const url = server.url('postgres');
    await runSql(url, 'create table kept as select 42 as answer');
    await crashBackend(url);
    await server.stop();
    expect(await onceBack(url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await crashBackend(url);
    await other.stop();
    await expect(runSql(url, 'select 1')).rejects.toThrow(/ECONNREFUSED|connect/);
  });

  it('waits for its port when another program has taken it, and says so', async () => {
    const lines: string[] = [];
    const server = await start(path.join(folder, 'data'), (line) => lines.push(line));
    const url = server.url('postgres');
    process.kill(postmasterPid(server), 'SIGKILL');
    const thief = await takePort(Number(new URL(url).port));
    await until(() => lines.some((line) => /can't be brought back.*another program uses its port/s.test(line)));
    thief.close();
    expect(await onceBack(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts although an old process id in its folder belongs to another program now', async () => {
    const dataDir = path.join(folder, 'data');
    const server = await start(dataDir);
    await server.stop();
    writeFileSync(
      path.join(dataDirOf(server), 'pg18', 'postmaster.pid'),
      `${process.pid}\n${dataDirOf(server)}\n1\n1\n`,
    );
    const again = await start(dataDir);
    expect(again.reused).toBe(false);
    expect(await runSql(again.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('throws away a cluster whose making was interrupted', async () => {
    const dataDir = path.join(folder, 'data');
    mkdirSync(path.join(dataDir, 'pg18.init'), { recursive: true, mode: 0o755 });
    writeFileSync(path.join(dataDir, 'pg18.init', 'PG_VERSION'), '18\n');
    const server = await start(dataDir);
    expect(await runSql(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('runs for root although the folder is closed to others', async () => {
    if (process.getuid?.() !== 0) {
      console.warn('skipped: only root has its server run by another account');
      return;
    }
    chmodSync(folder, 0o700);
    const server = await start(path.join(folder, 'data'));
    cleanups.unshift(() => rmSync(server.dataDir, { recursive: true }));
    expect(server.dataDir).not.toContain(folder);
    expect(await runSql(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await start(path.join(folder, 'data'))).reused).toBe(true);
  });

  it('says that a file is in the way of its folder', async () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    await expect(startEmbeddedPostgres({ dataDir: path.join(file, 'data') })).rejects.toMatchObject({
      code: 'give-up',
      message: expect.stringContaining('a file is where a folder should be'),
    });
  });

  it('says that there is no such program, and what to do', async () => {
    await expect(
      startEmbeddedPostgres({ dataDir: path.join(folder, 'data'), binDir: '/nowhere' }),
    ).rejects.toMatchObject({ code: 'give-up', message: expect.stringContaining('DATABASE_URL') });
  });
});

/** What a statement answers, as soon as the server takes one. */
async function onceBack(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  let rows: readonly Record<string, unknown>[] | undefined;
  await until(async () => {
    rows = await runSql(url, sql).catch(() => undefined);
    return rows !== undefined;
  });
  return rows ?? [];
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await delay(50);
}

/** kill -9 of one of the server's processes, in the middle of a statement. */
async function crashBackend(url: string): Promise<void> {
  const asleep = runSql(url, 'select pg_sleep(60)');
  asleep.catch(() => {});
  await until(async () => {
    const [row] = await runSql(url, `select pid from pg_stat_activity where query = 'select pg_sleep(60)'`);
    if (row === undefined) return false;
    process.kill(Number(row.pid), 'SIGKILL');
    return true;
  });
  await expect(asleep).rejects.toThrow(/terminat|ECONNRESET/);
}

/** Listens on a port as soon as its owner lets go of it. */
async function takePort(port: number): Promise<Server> {
  for (;;) {
    const server = createServer();
    server.listen(port, '127.0.0.1');
    if (
      await once(server, 'listening').then(
        () => true,
        () => false,
      )
    )
      return server;
  }
}

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const answer = (value: boolean) => () => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
  });
}
