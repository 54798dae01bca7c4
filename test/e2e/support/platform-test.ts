import path from 'node:path';
import { startEmbeddedPostgres } from '@cambium/db';
import { createGraphqlClient, type GraphqlClient } from '@cambium/graphql';
import { test as base } from '@playwright/test';
import { cambium } from '../../support/cambium-command.js';
import { type Platform, startPlatform } from '../../support/platform.js';

interface WorkerOptions {
  /** Files that name the same platform share it; a new name starts a fresh one. */
  readonly platformName: string;
}

interface WorkerFixtures {
  readonly platform: Platform;
  /** The owner's session cookie, as `name=value`. */
  readonly session: string;
  /** Asks the API as the owner, beside the page. */
  readonly client: GraphqlClient;
}

interface TestOptions {
  /** Whether the page's browser is signed in as the owner. */
  readonly signedIn: boolean;
}

/** Tests on a real Cambium: the platform lives as long as the worker, each test has a browser of its own. */
export const test = base.extend<TestOptions, WorkerOptions & WorkerFixtures>({
  platformName: ['shared', { scope: 'worker', option: true }],
  platform: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const platform = await startPlatform();
      await use(platform);
      await platform.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  session: [
    async ({ platform }, use) => {
      const response = await fetch(await newLoginLink(platform), { redirect: 'manual' });
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
      if (cookie === undefined) throw new Error(`no session from the login link (${response.status})`);
      await use(cookie);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  client: [
    async ({ platform, session }, use) => {
      await use(createGraphqlClient({ url: platform.url, headers: { cookie: session } }));
    },
    { scope: 'worker' },
  ],
  signedIn: [true, { option: true }],
  baseURL: async ({ platform }, use) => use(platform.url),
  context: async ({ context, platform, session, signedIn }, use) => {
    const [name = '', ...value] = session.split('=');
    if (signedIn) await context.addCookies([{ name, value: value.join('='), url: platform.url }]);
    await use(context);
  },
});

/** What `cambium login-link` prints for a platform that runs, on the dashboard's address. */
export async function newLoginLink(platform: Platform): Promise<string> {
  const { stdout, stderr } = await cambium(['login-link'], { dataDir: platform.dataDir });
  const token = /\/login\?token=(\S+)/.exec(stdout)?.[1];
  if (token === undefined) throw new Error(`no login link:\n${stdout}\n${stderr}`);
  return `${platform.url}/login?token=${token}`;
}

/** Connection string of the platform's own database. */
export async function databaseUrl(platform: Platform): Promise<string> {
  const server = await startEmbeddedPostgres({ dataDir: path.join(platform.dataDir, 'postgres') });
  await server.stop();
  return server.url('cambium');
}
