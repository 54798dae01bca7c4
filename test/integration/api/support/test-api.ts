import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type ApiOptions, type RunningApi, startApi } from '@cambium/api';
import { createFsArtifactStore } from '@cambium/artifacts';
import { type Database, openDatabase } from '@cambium/db';
import { jest } from '@jest/globals';
import { pino } from 'pino';
import { signIn } from './sign-in.js';
import { testDatabase } from './test-database.js';

// Real servers on a machine that may be busy: a hanging test is found all the same.
jest.setTimeout(60_000);

export interface GraphqlAnswer {
  readonly status: number;
  // The shape depends on the query; a test that reads something that is not there fails.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
  readonly errors: { message: string; path?: string[]; extensions: { code: string; id?: string } }[];
}

export type Credentials = { cookie: string } | { authorization: string } | Record<string, never>;

export interface TestApi {
  readonly api: RunningApi;
  readonly database: Database;
  /** Of the local owner. */
  readonly owner: { readonly cookie: string };
  readonly runner: { readonly authorization: string };
  readonly runnerToken: string;
  /** Statements of the ledger's pool since the last call. */
  takeStatements(): string[];
  /** As the owner unless told otherwise. */
  graphql(query: string, variables?: object, credentials?: Credentials): Promise<GraphqlAnswer>;
  stop(): Promise<void>;
}

/** The real API on a real PostgreSQL of its own database. */
export async function startTestApi(
  options: Partial<ApiOptions> & { through?: (url: string) => Promise<string> } = {},
): Promise<TestApi> {
  const { through, ...apiOptions } = options;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-api-'));
  const server = await testDatabase();
  const statements: string[] = [];
  const url = through === undefined ? server.url : await through(server.url);
  const database = await openDatabase({ url, onStatement: (sql) => statements.push(sql) });
  await database.migrate();
  const api = await startApi({
    port: 0,
    database,
    artifacts: createFsArtifactStore(path.join(dataDir, 'artifacts')),
    dataDir,
    logger: pino({ level: 'fatal' }),
    ...apiOptions,
  });
  const owner = { cookie: await signIn(await api.createLoginLink()) };
  const runnerToken = await api.createRunnerToken('test runner');
  return {
    api,
    database,
    owner,
    runnerToken,
    runner: { authorization: `Bearer ${runnerToken}` },
    takeStatements: () => statements.splice(0),
    graphql: (query, variables = {}, credentials = owner) => post(api.url, { query, variables }, credentials),
    async stop() {
      await api.close();
      await database.close();
      await server.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export async function post(url: string, body: object, credentials: Credentials): Promise<GraphqlAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...credentials },
    body: JSON.stringify(body),
  });
  const { data, errors = [] } = (await response.json()) as Omit<GraphqlAnswer, 'status'>;
  return { status: response.status, data, errors };
}
