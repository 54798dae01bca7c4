import { fetchDataset } from '@cambium/datasets';
import type { Environment } from '../env.js';

/** `cambium dataset fetch`. */
export async function fetchNamedDataset(environment: Environment, name: string): Promise<void> {
  const result = await fetchDataset(name, { dataDir: environment.dataDir });
  console.log(JSON.stringify(result));
}
