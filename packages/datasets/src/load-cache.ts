import type { TaskEnvironment } from '@cambium/core';
import type { LoadedDataset } from './dataset.js';

/** Two: a worker trains on one; an API process shows samples of another. More would hold memory for nothing. */
const remembered = 2;
const loads = new Map<string, Promise<LoadedDataset>>();

type Loader<Settings> = (settings: Settings, environment: TaskEnvironment) => Promise<LoadedDataset>;

/** Shares loads of equal key within the process, the most recently used ones; failures are not remembered. */
export function rememberLoads<Settings>(
  keyOf: (settings: Settings, environment: TaskEnvironment) => Promise<string>,
  load: Loader<Settings>,
): Loader<Settings> {
  return async (settings, environment) => {
    const key = await keyOf(settings, environment);
    const loading = loads.get(key) ?? load(settings, environment);
    loads.delete(key);
    loads.set(key, loading);
    const [oldest] = loads.keys();
    if (loads.size > remembered && oldest !== undefined) loads.delete(oldest);
    try {
      return await loading;
    } catch (error) {
      loads.delete(key);
      throw error;
    }
  };
}
