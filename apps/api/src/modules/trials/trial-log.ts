import { CambiumError } from '@cambium/core';
import type { TrialResolvers } from '../../generated/resolver-types.js';
import { inRange } from '../page-arguments.js';

/** Logs longer than this are read from the artifact itself. */
const maxBytes = 8_000_000;

/** The last lines of the newest attempt's `log` artifact; empty while there is none. */
export const trialLog: NonNullable<TrialResolvers['log']> = async ({ id }, args, { loaders, services }) => {
  const lines = inRange('lines', args.lines ?? 500, { min: 1, max: 5_000 });
  const logs = (await loaders.artifacts.load(id)).filter(({ kind }) => kind === 'log');
  const newest = logs.at(-1);
  if (newest === undefined) return '';
  if (newest.bytes > maxBytes) return `(the log has ${newest.bytes} bytes: download it from the artifacts)`;
  const text = await services.artifacts.get(newest.digest).catch(missing);
  return new TextDecoder().decode(text).trimEnd().split('\n').slice(-lines).join('\n');
};

/** A log that was deleted from the store is not worth an error on a trial's page. */
function missing(error: unknown): Uint8Array {
  if (error instanceof CambiumError && error.code === 'not-found') {
    return new TextEncoder().encode('(the log is no longer in the artifact store)');
  }
  throw error;
}
