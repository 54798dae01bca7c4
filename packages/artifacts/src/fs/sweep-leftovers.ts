import { readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

/** An upload that takes longer is none. */
const leftoverMs = 24 * 3600 * 1000;

/** Removes unfinished files of processes that were killed long ago. */
export async function sweepLeftovers(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > leftoverMs) await unlink(file).catch(() => undefined);
  }
}
