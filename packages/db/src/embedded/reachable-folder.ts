import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where root keeps what its unprivileged server must reach while the checkout or the home folder is closed to others. */
export const sharedRoot = '/var/lib/cambium-postgres';

/**
 * True when other accounts may pass through the folder and all above it (a checkout under /root is not so). True for a
 * file, too: that is another problem.
 */
export function openToOthers(folder: string): boolean {
  if (!statSync(folder).isDirectory()) return true;
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if ((statSync(current).mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}

/** The nearest folder on the way up that exists. */
export function nearestExisting(folder: string): string {
  let current = path.resolve(folder);
  while (!existsSync(current)) current = path.dirname(current);
  return current;
}

/** Copies the binaries to where others may enter and returns that folder; a copy that is complete is used again. */
export function copyForOthers(nativeFolder: string, label: string): string {
  const target = path.join(sharedRoot, label);
  if (existsSync(path.join(target, 'bin'))) return target;
  mkdirSync(sharedRoot, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}.copying`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(nativeFolder, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another process finished its copy in between; both are the same.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(path.join(target, 'bin'))) throw error;
  }
  return target;
}
