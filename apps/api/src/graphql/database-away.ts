import { types } from 'node:util';

/**
 * Node's socket errors and PostgreSQL's classes 08 (connection), 53 (no resources), 57P (shutting down, starting up):
 * nothing is wrong with the request, the database is not there now.
 */
const codes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT|08...|53...|57P0[1-5])$/;
const messages =
  /connection terminated|connection is closed|timeout exceeded when trying to connect|driver not connected/i;

/** True when the error, or one that it wraps, says that the database can't be reached at the moment. */
export function isDatabaseAway(error: unknown): boolean {
  for (let link = error, depth = 0; types.isNativeError(link) && depth < 8; link = link.cause, depth++) {
    const { code, driverError } = link as Error & { code?: unknown; driverError?: unknown };
    const isSocketError = code === 'ENOENT' ? 'syscall' in link && link.syscall === 'connect' : true;
    if (typeof code === 'string' && codes.test(code) && isSocketError) return true;
    if (messages.test(link.message)) return true;
    if (driverError !== link && driverError !== undefined && isDatabaseAway(driverError)) return true;
    if (link instanceof AggregateError && link.errors.some(isDatabaseAway)) return true;
  }
  return false;
}
