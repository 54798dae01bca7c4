import { randomUUID } from 'node:crypto';
import type { CambiumErrorCode } from '@cambium/core';
import { internalCode, publicCodes } from '@cambium/graphql';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { expectedError } from '../graphql/public-error.js';

const statuses: Readonly<Record<CambiumErrorCode, number>> = {
  'fix-input': 400,
  'not-found': 404,
  conflict: 409,
  retry: 503,
  'give-up': 500,
  unauthenticated: 401,
  forbidden: 403,
};

/** Errors of plain HTTP routes as `{ error: { code, message } }`; unexpected ones as `INTERNAL` with the id in the log. */
export function httpErrors(logger: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _request, response, _next) => {
    if (response.headersSent) return void response.destroy();
    const expected = expectedError(error);
    const bodyStatus = bodyErrorStatus(error);
    if (expected !== undefined) {
      const code = publicCodes[expected.code];
      response.status(statuses[expected.code]).json({ error: { code, message: expected.message } });
    } else if (bodyStatus !== undefined) {
      const message = bodyStatus === 413 ? 'the request is too large' : 'the request body can not be read as JSON';
      response.status(bodyStatus).json({ error: { code: publicCodes['fix-input'], message } });
    } else {
      const id = randomUUID();
      logger.error({ err: error, id }, 'unexpected error');
      response
        .status(500)
        .json({ error: { code: internalCode, message: `something went wrong; see ${id} in the log` } });
    }
  };
}

/** body-parser's errors carry a 4xx status. */
function bodyErrorStatus(error: unknown): number | undefined {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : Number.NaN;
  return status >= 400 && status < 500 ? status : undefined;
}
