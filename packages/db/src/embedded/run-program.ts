import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Installation } from './installation.js';

export interface ProgramResult {
  readonly ok: boolean;
  /** What it printed, both streams. */
  readonly output: string;
}

/**
 * Runs one of the server's programs to its end, as the server's account.
 *
 * Its output goes through a file: a pipe would be inherited by the server that `pg_ctl` leaves behind and never close.
 * The environment is made up, so that the caller's PGDATA, PGPORT or locale can't change what happens.
 */
export async function runProgram(
  installation: Installation,
  name: 'initdb' | 'pg_ctl',
  args: readonly string[],
): Promise<ProgramResult> {
  const outputFile = path.join(installation.dataDir, `${name}.${process.pid}.out`);
  const output = openSync(outputFile, 'w', 0o600);
  try {
    const child = spawn(installation.program(name), args, {
      ...installation.account.ids,
      cwd: installation.dataDir,
      stdio: ['ignore', output, output],
      detached: process.platform !== 'win32',
      windowsHide: true,
      ...(process.platform === 'win32'
        ? {}
        : { env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' } }),
    });
    const ok = await new Promise<boolean>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code === 0));
    });
    return { ok, output: readFileSync(outputFile, 'utf8') };
  } finally {
    closeSync(output);
    rmSync(outputFile, { force: true });
  }
}
