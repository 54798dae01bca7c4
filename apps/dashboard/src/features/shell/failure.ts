import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What a failed request means for the person at the page. */
export type Failure =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'away' }
  | { readonly kind: 'other'; readonly message: string };

/** Reads an error of Apollo or fetch. Anything that never reached the API, or met a proxy's 5xx, counts as away. */
export function classifyFailure(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const codes = error.errors.map(({ extensions }) => extensions?.code);
    if (codes.includes('UNAUTHENTICATED')) return { kind: 'signed-out' };
    if (codes.includes('API_AWAY') || codes.includes('UNAVAILABLE')) return { kind: 'away' };
    return { kind: 'other', message: error.message };
  }
  if (ServerError.is(error)) {
    if (error.statusCode === 401) return { kind: 'signed-out' };
    return error.statusCode >= 502 ? { kind: 'away' } : { kind: 'other', message: error.message };
  }
  if (error instanceof TypeError) return { kind: 'away' };
  return { kind: 'other', message: error instanceof Error ? error.message : String(error) };
}
