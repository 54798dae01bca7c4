import type { RunningApi } from '@cambium/api';
import { withDatabaseAddress } from './database-address.js';
import type { Environment } from './env.js';
import { type OpenApiOptions, openApi } from './open-api.js';

/**
 * Runs `work` with an API of its own, on a free port, closed again however `work` ends.
 *
 * @param options where browsers reach the dashboard that its links lead to, and how often subscribers hear of bursts.
 */
export function withLocalApi<T>(
  environment: Environment,
  work: (api: RunningApi) => Promise<T>,
  options: Pick<OpenApiOptions, 'publicUrl' | 'coalesceMs'> = {},
): Promise<T> {
  return withDatabaseAddress(environment, async ({ url, kind }) => {
    const api = await openApi({
      databaseUrl: url,
      databaseKind: kind,
      dataDir: environment.dataDir,
      port: 0,
      ...options,
    });
    try {
      return await work(api);
    } finally {
      await api.close();
    }
  });
}
