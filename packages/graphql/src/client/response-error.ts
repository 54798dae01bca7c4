import { CambiumError } from '@cambium/core';
import { codeOfPublicCode, internalCode } from '../public-codes.js';

interface ResponseError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly id?: string };
}

/**
 * The error that a response of the server stands for. A server that fails (5xx, `INTERNAL`) may recover: `retry`.
 * A GraphQL error that is not ours (a query that does not fit the schema) can't be helped by trying again: `give-up`.
 */
export function errorOfResponse(status: number, errors: readonly ResponseError[]): CambiumError {
  const [first] = errors;
  const publicCode = first?.extensions?.code ?? '';
  const message = first?.message ?? `the server answered HTTP ${status}`;
  const code = codeOfPublicCode(publicCode);
  if (code !== undefined) return new CambiumError(code, message);
  if (status === 401) return new CambiumError('unauthenticated', message);
  if (status === 403) return new CambiumError('forbidden', message);
  if (publicCode === internalCode || status >= 500 || status === 429 || status === 408) {
    return new CambiumError('retry', message);
  }
  return new CambiumError('give-up', message);
}
