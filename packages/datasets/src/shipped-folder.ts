import path from 'node:path';

/** Folder of the data that ships with the package; the same from `src/` and `dist/`. */
export function shippedFolder(name: string): string {
  return path.resolve(import.meta.dirname, '../data', name);
}
