import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type FileSource, type SourceEntry, UnusableSourceError } from './file-source.js';
import { limits } from './limits.js';

/** Lists the root and its folders, not what is below those. Symbolic links are followed. */
export async function openFolder(root: string): Promise<FileSource> {
  const top = await list(root, '');
  const nested: SourceEntry[] = [];
  for (const folder of top.filter((entry) => entry.isFolder && !entry.name.startsWith('.'))) {
    nested.push(...(await list(root, `${folder.name}/`)));
    if (nested.length > limits.entries) {
      throw new UnusableSourceError(`${root} has more than ${limits.entries} files, the most that can be used`);
    }
  }
  return {
    entries: [...top, ...nested],
    read: (entry) => readFile(path.join(root, entry.name)),
    close: () => undefined,
  };
}

async function list(root: string, prefix: string): Promise<SourceEntry[]> {
  const entries: SourceEntry[] = [];
  const names = await readdir(path.join(root, prefix));
  // In portions, so that a large folder does not take every file handle.
  for (let start = 0; start < names.length; start += 64) {
    const portion = names.slice(start, start + 64).map((name) => describeEntry(root, prefix + name));
    entries.push(...(await Promise.all(portion)));
  }
  return entries;
}

async function describeEntry(root: string, name: string): Promise<SourceEntry> {
  try {
    const found = await stat(path.join(root, name));
    return { name, isFolder: found.isDirectory(), bytes: found.size, modified: found.mtimeMs };
  } catch {
    // A dangling link: reading it will fail and be told as a problem of that file.
    return { name, isFolder: false, bytes: 0, modified: 0 };
  }
}
