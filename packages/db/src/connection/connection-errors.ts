import { CambiumError } from '@cambium/core';
import type { ConnectionTarget } from './connection-url.js';

/** SQLSTATE classes and Node error codes that mean "nothing is there (now)". */
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET']);
const busy = new Set(['57P03', '53300', '57P01', '57P02']);
const refused = new Set(['28P01', '28000']);

/** Turns a failed connection into an error that says what to do. Never shows the password. */
export function explainConnectionError(target: ConnectionTarget, cause: unknown): CambiumError {
  if (cause instanceof CambiumError) return cause;
  const code = errorCode(cause);
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (refused.has(code)) {
    const advice = 'Check the user and the password in DATABASE_URL.';
    return new CambiumError('fix-input', `${target.shown} refuses the login: ${detail}. ${advice}`, { cause });
  }
  if (code === '42501') {
    const advice = `Let its owner run: createdb ${target.database}, or grant CREATE on the database to this user.`;
    return new CambiumError('fix-input', `No permission on ${target.shown}: ${detail}. ${advice}`, { cause });
  }
  if (busy.has(code)) {
    const advice = 'It is starting, stopping or out of connections (max_connections): try again.';
    return new CambiumError('retry', `${target.shown} takes no connection now: ${detail}. ${advice}`, { cause });
  }
  if (unreachable.has(code) || /timeout|terminated unexpectedly/i.test(detail)) {
    const advice =
      'Start the server or correct host and port in DATABASE_URL; without DATABASE_URL, Cambium starts its own.';
    return new CambiumError('retry', `No PostgreSQL answers at ${target.shown} (${code || detail}). ${advice}`, {
      cause,
    });
  }
  return new CambiumError('give-up', `Can't use ${target.shown}: ${detail}`, { cause });
}

/** Of TypeORM and `pg`, which give them no code. */
const lostMessages = /connection terminated|connection ended|already released|timeout exceeded when trying/i;

/**
 * A failed statement as a CambiumError where the caller can do something about it; any other error as it is.
 * `retry`: the connection was lost, and whether the last commit arrived is unknown: read again. `not-found`: an id that
 * is none. `fix-input`: text that PostgreSQL can't hold.
 */
export function explainStatementError(error: unknown): unknown {
  if (error instanceof CambiumError || !(error instanceof Error)) return error;
  const code = errorCode(error);
  if (code === '22P02')
    return new CambiumError('not-found', `There is no such id (${error.message}).`, { cause: error });
  if (code === '22021') return new CambiumError('fix-input', 'Text must not contain NUL characters.', { cause: error });
  const lost = unreachable.has(code) || busy.has(code) || code.startsWith('08') || lostMessages.test(error.message);
  if (!lost) return error;
  return new CambiumError('retry', `The connection to PostgreSQL was lost (${error.message}). Try again.`, {
    cause: error,
  });
}

/** The SQLSTATE or system code of an error, of its parts when it is an aggregate (one per address tried). */
export function errorCode(error: unknown): string {
  if (error instanceof AggregateError) return errorCode(error.errors[0]);
  return String((error as { code?: unknown } | null)?.code ?? '');
}
