import type { RunningApi } from '@cambium/api';
import { withRetry } from '@cambium/graphql';
import type { FromApi, ToApi } from '../api-messages.js';
import { CommandError } from '../command-error.js';
import type { Environment } from '../env.js';
import { openApi } from '../open-api.js';

export interface ApiCommandOptions {
  readonly port: number;
  readonly publicUrl: string;
  readonly databaseKind: 'embedded' | 'server';
}

/** The API as a process of its own, under `cambium start`. Ends with its parent. */
export async function runApiProcess(environment: Environment, options: ApiCommandOptions): Promise<void> {
  const { databaseUrl, dataDir } = environment;
  if (databaseUrl === undefined) throw new CommandError('The API needs DATABASE_URL.', 2);
  const api = await openApi({ ...options, databaseUrl, dataDir });
  const tell = (message: FromApi) => process.send?.(message);
  // The database may be away for a moment.
  process.on('message', (message: ToApi) => void withRetry(() => answer(api, message), { forMs: 600_000 }).then(tell));
  const stop = () => void api.close().finally(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  // Ctrl-C reaches the whole process group; the parent decides the order in which to stop.
  process.on('SIGINT', () => {});
  tell({ kind: 'ready' });
}

async function answer(api: RunningApi, { kind }: ToApi): Promise<FromApi> {
  if (kind === 'login-link') return { kind, url: await api.createLoginLink() };
  return { kind, token: await api.createRunnerToken('local') };
}
