import type { Environment } from '../env.js';
import { lastAddress } from '../server-address.js';
import { withLocalApi } from '../with-local-api.js';

/** `cambium login-link`: for a browser that is not signed in, of the server that runs on this data folder. */
export async function printLoginLink(environment: Environment): Promise<void> {
  const publicUrl = (await lastAddress(environment.dataDir)) ?? `http://127.0.0.1:${environment.port}`;
  await withLocalApi(environment, async (api) => console.log(await api.createLoginLink()), { publicUrl });
}
