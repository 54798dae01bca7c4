import { CambiumError } from '@cambium/core';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphqlClientOptions } from '../client/graphql-client.js';
import { errorOfResponse } from '../client/response-error.js';

/** 4401 of graphql-ws and 4403 of our server: trying again can't help. */
const refusals = [4401, 4403];

/**
 * Follows one subscription over a WebSocket with the given credentials. Ends when the server completes it; reconnecting
 * is the caller's: it knows the last sequence number that it has seen.
 * @throws CambiumError `retry` when the connection can't be made or is lost, `unauthenticated` when it is refused, else
 * with the server's code: `give-up` for a query that it does not understand.
 */
export async function* subscribeOnce<Result, Variables>(
  { url, headers }: GraphqlClientOptions,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): AsyncGenerator<Result> {
  const endpoint = new URL('/graphql', url);
  endpoint.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';
  class AuthenticatedSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({ url: endpoint.href, webSocketImpl: AuthenticatedSocket, retryAttempts: 0 });
  try {
    const results = client.iterate({ query: print(document), variables: variables as Record<string, unknown> });
    for await (const { data, errors } of results) {
      if (errors !== undefined) throw errorOfResponse(200, errors);
      yield data as Result;
    }
  } catch (error) {
    if (error instanceof CambiumError) throw error;
    if (Array.isArray(error)) throw errorOfResponse(200, error);
    if (refusals.includes(closeCode(error))) throw new CambiumError('unauthenticated', `sign in to ${url} first`);
    throw new CambiumError('retry', `the live connection to ${url} is lost`, { cause: error });
  } finally {
    await client.dispose();
  }
}

function closeCode(reason: unknown): number {
  return typeof reason === 'object' && reason !== null && 'code' in reason ? Number(reason.code) : Number.NaN;
}
