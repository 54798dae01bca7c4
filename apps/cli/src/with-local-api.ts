import type { RunningApi } from '@cambium/api';
import { withDatabaseAddress } from './database-address.js';
import type { Environment } from './env.js';
import { openApi } from './open-api.js';

/**
 * Runs `work` with an API of its own, on a free port, closed again however `work` ends.
 *
 * @param publicUrl where browsers reach the dashboard that its links lead to.
 */
export function withLocalApi<T>(
  environment: Environment,
  work: (api: RunningApi) => Promise<T>,
  publicUrl?: string,
): Promise<T> {
  return withDatabaseAddress(environment, async ({ url, kind }) => {
    const api = await openApi({
      databaseUrl: url,
      databaseKind: kind,
      dataDir: environment.dataDir,
      port: 0,
      ...(publicUrl === undefined ? {} : { publicUrl }),
    });
    try {
      return await work(api);
    } finally {
      await api.close();
    }
  });
}
