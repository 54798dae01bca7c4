import type { CambiumErrorCode } from '@cambium/core';

/**
 * `extensions.code` of a GraphQL error for each expected error, named by what the caller should do. Anything else that
 * goes wrong in the server is `INTERNAL` and carries only the id under which it was logged.
 */
export const publicCodes = {
  'fix-input': 'BAD_USER_INPUT',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  retry: 'UNAVAILABLE',
  'give-up': 'GIVE_UP',
  unauthenticated: 'UNAUTHENTICATED',
  forbidden: 'FORBIDDEN',
} as const satisfies Record<CambiumErrorCode, string>;

export const internalCode = 'INTERNAL';

const codesByPublicCode: ReadonlyMap<string, CambiumErrorCode> = new Map(
  Object.entries(publicCodes).map(([code, publicCode]) => [publicCode, code as CambiumErrorCode]),
);

/** What a caller should do about a public code; undefined for `INTERNAL` and codes of the GraphQL layer itself. */
export function codeOfPublicCode(publicCode: string): CambiumErrorCode | undefined {
  return codesByPublicCode.get(publicCode);
}
