import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Issue } from '@cambium/core';
import { shippedFolder } from '../../shipped-folder.js';
import { debianFolder, fileNames } from './files.js';
import type { FashionMnistSettings } from './settings.js';

export type Located =
  | { readonly kind: 'found'; readonly folder: string; readonly trainCount: number; readonly testCount: number }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/** Where the files of the full set may be; what was fetched goes first. */
export function fullFolders(dataDir: string): readonly string[] {
  return [path.join(dataDir, 'datasets', 'fashion-mnist'), debianFolder];
}

/** Looks for the files of a source; `folders` are the places of the full set. */
export async function locateFiles(
  source: FashionMnistSettings['source'],
  folders: readonly string[],
): Promise<Located> {
  const shipped = {
    kind: 'found',
    folder: shippedFolder('fashion-mnist'),
    trainCount: 10_000,
    testCount: 2000,
  } as const;
  if (source === 'shipped') return shipped;
  for (const folder of folders) {
    if (await holdsFiles(folder)) return { kind: 'found', folder, trainCount: 60_000, testCount: 10_000 };
  }
  if (source === 'auto') return shipped;
  const message =
    `the full Fashion-MNIST is not on this machine (looked in ${folders.join(' and ')}): run ` +
    '"cambium dataset fetch fashion-mnist" or "apt-get install dataset-fashion-mnist", or use source: shipped';
  return { kind: 'refused', issues: [{ path: ['source'], code: 'missing-data', message }] };
}

async function holdsFiles(folder: string): Promise<boolean> {
  try {
    await Promise.all(Object.values(fileNames).map((name) => access(path.join(folder, name))));
    return true;
  } catch {
    return false;
  }
}
