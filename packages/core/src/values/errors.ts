import type { Issue } from './issue.js';

/**
 * Errors that a caller is expected to handle, named by what the caller should do.
 * `fix-input`: correct it and call again · `not-found`: it is not there, or not for you · `conflict`: the state does not
 * allow it now; read again · `retry`: nothing is wrong with the call, try later · `give-up`: it can't work here.
 */
export type CambiumErrorCode =
  | 'fix-input'
  | 'not-found'
  | 'conflict'
  | 'retry'
  | 'give-up'
  | 'unauthenticated'
  | 'forbidden';

export class CambiumError extends Error {
  override readonly name = 'CambiumError';
  readonly code: CambiumErrorCode;
  readonly issues: readonly Issue[];

  constructor(code: CambiumErrorCode, message: string, options: { issues?: readonly Issue[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.issues = options.issues ?? [];
  }
}
