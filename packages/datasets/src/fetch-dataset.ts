import { CambiumError } from '@cambium/core';
import type { FetchOptions, FetchResult } from './dataset.js';
import { datasets } from './registry.js';

/**
 * Brings a data set to `<dataDir>/datasets/<name>`, whole or not at all: copied where the operating system has it
 * installed, else downloaded and checked.
 * @throws CambiumError `fix-input` for an unknown name or one with nothing to fetch, `retry` without a connection.
 */
export async function fetchDataset(name: string, options: FetchOptions): Promise<FetchResult> {
  const { fetch } = datasets.get(name);
  if (fetch === undefined) {
    const fetchable = datasets.entries.filter((entry) => entry.fetch !== undefined).map((entry) => entry.name);
    throw new CambiumError('fix-input', `data set ${name} needs no fetching. To fetch: ${fetchable.join(', ')}`);
  }
  return fetch(options);
}
