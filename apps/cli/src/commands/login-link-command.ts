import { databaseAddress } from '../database-address.js';
import type { Environment } from '../env.js';
import { openApi } from '../open-api.js';
import { lastAddress } from '../server-address.js';

/** `cambium login-link`: for a browser that is not signed in, of the server that runs on this data folder. */
export async function printLoginLink(environment: Environment): Promise<void> {
  const database = await databaseAddress(environment);
  const publicUrl = (await lastAddress(environment.dataDir)) ?? `http://127.0.0.1:${environment.port}`;
  const api = await openApi({
    databaseUrl: database.url,
    databaseKind: database.kind,
    dataDir: environment.dataDir,
    port: 0,
    publicUrl,
  });
  console.log(await api.createLoginLink());
  await api.close();
  await database.stop();
}
