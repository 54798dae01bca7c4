import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { TaskEnvironment } from '@cambium/core';
import { type FileSource, UnusableSourceError } from './file-source.js';
import { openFolder } from './open-folder.js';
import { openZip } from './open-zip.js';

/** Where the settings' path leads. */
export function resolveSource(given: string, { dataDir }: TaskEnvironment): string {
  return path.resolve(dataDir, given);
}

/** Opens a folder or a .zip file. @throws UnusableSourceError when it is neither. */
export async function openSource(file: string): Promise<FileSource> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) {
    throw new UnusableSourceError(`there is no ${file}: give the path of a folder or a .zip file on this machine`);
  }
  if (found.isDirectory()) return openFolder(file);
  if (file.toLowerCase().endsWith('.zip')) return openZip(file);
  throw new UnusableSourceError(`${file} is neither a folder nor a .zip file`);
}
