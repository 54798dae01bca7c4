import { CambiumError } from '@cambium/core';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphqlClientOptions } from '../client/graphql-client.js';

/**
 * Follows one subscription over a WebSocket with the given credentials. Ends when the server completes it; reconnecting
 * is the caller's: it knows the last sequence number that it has seen.
 * @throws CambiumError `retry` when the connection can't be made or is lost, `give-up` when the server refuses the query.
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
      if (errors !== undefined) throw new CambiumError('give-up', errors[0]?.message ?? 'the subscription failed');
      yield data as Result;
    }
  } catch (error) {
    if (error instanceof CambiumError) throw error;
    if (Array.isArray(error)) throw new CambiumError('give-up', String(error[0]?.message ?? error));
    throw new CambiumError('retry', `the live connection to ${url} is lost`, { cause: error });
  } finally {
    await client.dispose();
  }
}
