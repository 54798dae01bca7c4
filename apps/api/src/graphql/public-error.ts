import { randomUUID } from 'node:crypto';
import { CambiumError } from '@cambium/core';
import { internalCode, publicCodes } from '@cambium/graphql';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isDatabaseAway } from './database-away.js';

/** Codes of the GraphQL layer about the request itself; their messages hold nothing of the server's. */
const requestCodes: ReadonlySet<unknown> = new Set([
  ...Object.values(publicCodes),
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

const awayMessage = 'the database is away at the moment; nothing is lost, try again';

/** An error as core names it: its own, or `retry` for a database that is away; undefined for a bug. */
export function expectedError(error: unknown): CambiumError | undefined {
  if (error instanceof CambiumError && error.code !== 'retry') return error;
  // The database's own words would tell strangers where it is.
  if (isDatabaseAway(error)) return new CambiumError('retry', awayMessage, { cause: error });
  return error instanceof CambiumError ? error : undefined;
}

/**
 * What a caller may see of an error: expected ones with their code, everything else as `INTERNAL` with the id under
 * which the whole error was logged.
 */
export function publicError(error: unknown, formatted: GraphQLFormattedError, logger: Logger): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const where = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  const expected = expectedError(original);
  if (expected !== undefined) {
    if (expected.code === 'retry') logger.warn({ err: expected, path: formatted.path }, 'answered unavailable');
    return { message: expected.message, ...where, extensions: { code: publicCodes[expected.code] } };
  }
  const code = formatted.extensions?.['code'];
  if (requestCodes.has(code)) return { message: formatted.message, ...where, extensions: { code } };
  const id = randomUUID();
  logger.error({ err: original, id, path: formatted.path }, 'unexpected error');
  return {
    message: `something went wrong in the server; its log has the details under ${id}`,
    ...where,
    extensions: { code: internalCode, id },
  };
}

const statuses: Readonly<Record<string, number>> = {
  [publicCodes.unauthenticated]: 401,
  [publicCodes.forbidden]: 403,
  [publicCodes.retry]: 503,
  [internalCode]: 500,
};

/** The HTTP status of a response without data; undefined leaves it as it is. */
export function statusOf(errors: readonly GraphQLFormattedError[]): number | undefined {
  return errors.map(({ extensions }) => statuses[String(extensions?.['code'])]).find((status) => status !== undefined);
}
