import { CambiumError, type CambiumErrorCode } from '@cambium/core';

/** What an answer other than success means for the caller. */
const codes: Readonly<Record<number, CambiumErrorCode>> = {
  400: 'fix-input',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'retry',
  409: 'conflict',
  413: 'fix-input',
  422: 'fix-input',
  425: 'retry',
  429: 'retry',
};

/** Of an answer that is not a success. `retry` for everything that the server may get over. */
export async function responseError(response: Response, what: string): Promise<CambiumError> {
  const code = codes[response.status] ?? (response.status < 500 ? 'give-up' : 'retry');
  const said = await saidBy(response);
  return new CambiumError(code, `${what}: the server answered ${response.status}${said === '' ? '' : `, ${said}`}`);
}

/** The message of `{ error: { message } }`, if that is what it is. */
async function saidBy(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('error' in body)) return '';
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error)) return '';
  return String(error.message);
}
