import type { TaskEnvironment } from '@cambium/core';
import type { DatasetDefinition } from './dataset.js';
import { rememberLoads } from './load-cache.js';

/** What the author of a data set writes; loads are remembered on top of it. */
export interface DatasetAuthoring<Settings> extends DatasetDefinition<Settings> {
  /** What the content depends on besides the settings: the files' times and sizes, say. */
  revision(settings: Settings, environment: TaskEnvironment): Promise<string>;
}

/** Makes a registry entry of a data set. Settings must have gone through its schema. */
export function defineDataset<Settings>({ revision, ...definition }: DatasetAuthoring<Settings>): DatasetDefinition {
  const { name } = definition;
  const load = rememberLoads(
    async (settings: Settings, environment) =>
      JSON.stringify([name, settings, environment.dataDir, await revision(settings, environment)]),
    (settings, environment) => definition.load(settings, environment),
  );
  return { ...definition, load } as unknown as DatasetDefinition;
}
