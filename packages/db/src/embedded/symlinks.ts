import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes the symbolic links that npm can't ship (`libicuuc.so.60` and others). The package's own postinstall script does
 * the same, but npm may be told not to run it. Links that exist stay; several processes may do this at once.
 *
 * @param nativeFolder folder with `bin`, `lib` and `pg-symlinks.json`.
 */
export function ensureSymlinks(nativeFolder: string): void {
  const listFile = path.join(nativeFolder, 'pg-symlinks.json');
  if (!existsSync(listFile)) return;
  const links = JSON.parse(readFileSync(listFile, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(nativeFolder, target.replace(/^native\//, ''));
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
