import { CambiumError, type Clock, type IdentityStore } from '@cambium/core';
import { hashSecret, newSecret } from './secrets.js';

/**
 * Makes a runner token (`cmb_…`); only its digest is kept.
 * @throws CambiumError `fix-input` when the name is empty or longer than 100 characters.
 */
export async function createRunnerToken(
  { identity, clock }: { identity: IdentityStore; clock: Clock },
  { name, workspaceId }: { name: string; workspaceId: string },
): Promise<string> {
  const trimmed = name.trim();
  if (trimmed.length === 0 || trimmed.length > 100) {
    throw new CambiumError('fix-input', 'name: give the token a name of 1 to 100 characters, e.g. "gpu box 1"');
  }
  const token = `cmb_${newSecret()}`;
  await identity.createRunnerToken({ secretHash: hashSecret(token), name: trimmed, workspaceId, now: clock.now() });
  return token;
}
