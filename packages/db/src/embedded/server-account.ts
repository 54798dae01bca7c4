import { spawnSync } from 'node:child_process';
import { CambiumError } from '@cambium/core';

/** Who the server runs as: nobody in particular (the caller), or an unprivileged account when the caller is root. */
export interface ServerAccount {
  /** Passed to `spawn`; absent when the server runs as the caller. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

/**
 * PostgreSQL refuses to run as root, so as root it is run as `postgres`, else `nobody`.
 *
 * @throws CambiumError `give-up` when the caller is root and neither account exists.
 */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
    if (uid.status === 0 && gid.status === 0) return { ids: { uid: Number(uid.stdout), gid: Number(gid.stdout) } };
  }
  throw new CambiumError(
    'give-up',
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as. Start Cambium as another user.',
  );
}
