import { randomUUID } from 'node:crypto';
import { CambiumError, type Clock, type IdentityStore } from '@cambium/core';
import { hashSecret, newSecret } from './secrets.js';

export interface RunnerTokenRequest {
  readonly name: string;
  readonly workspaceId: string;
  /** It ends when it was not used for so long; null: never. */
  readonly idleMs: number | null;
}

/**
 * Makes a runner token (`cmb_…`); only its digest is kept.
 * @throws CambiumError `fix-input` when the name is empty or longer than 100 characters.
 */
export async function createRunnerToken(
  { identity, clock }: { identity: IdentityStore; clock: Clock },
  { name, workspaceId, idleMs }: RunnerTokenRequest,
): Promise<{ readonly id: string; readonly name: string; readonly token: string }> {
  const trimmed = name.trim();
  if (trimmed.length === 0 || trimmed.length > 100) {
    throw new CambiumError('fix-input', 'name: give the token a name of 1 to 100 characters, e.g. "gpu box 1"');
  }
  const token = `cmb_${newSecret()}`;
  const id = randomUUID();
  const now = clock.now();
  await identity.createRunnerToken({ id, secretHash: hashSecret(token), name: trimmed, workspaceId, now, idleMs });
  return { id, name: trimmed, token };
}
