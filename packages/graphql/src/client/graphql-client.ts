import { CambiumError } from '@cambium/core';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { errorOfResponse } from './response-error.js';

export interface GraphqlClientOptions {
  /** The server's origin, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Credentials: `{ authorization: 'Bearer …' }` or `{ cookie: … }`. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface GraphqlClient {
  /**
   * @throws CambiumError with the server's code; `retry` when it can't be reached or failed; an AbortError when `signal`
   * was aborted.
   */
  request<Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    options?: { signal?: AbortSignal | undefined },
  ): Promise<Result>;
}

/** One HTTP request per operation; nothing is cached or retried. */
export function createGraphqlClient({ url, headers }: GraphqlClientOptions): GraphqlClient {
  const endpoint = new URL('/graphql', url);
  return {
    async request(document, variables, { signal } = {}) {
      const init: RequestInit = {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: print(document), variables }),
      };
      const response = await fetch(endpoint, signal === undefined ? init : { ...init, signal }).catch(unreachable(url));
      const body = parseBody(await response.text().catch(unreachable(url)));
      if (body === undefined || body.errors !== undefined || body.data == null) {
        throw errorOfResponse(response.status, body?.errors ?? []);
      }
      return body.data as never;
    },
  };
}

const unreachable = (url: string) => (cause: unknown) => {
  if (cause instanceof Error && cause.name === 'AbortError') throw cause;
  throw new CambiumError('retry', `the server at ${url} can't be reached`, { cause });
};

function parseBody(text: string): { data?: unknown; errors?: [] } | undefined {
  try {
    return JSON.parse(text) as { data?: unknown; errors?: [] };
  } catch {
    return undefined;
  }
}
