import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface LiveConnection {
  /** The next messages of a subscription, one by one. */
  // The shape depends on the query.
  // oxlint-disable-next-line typescript/no-explicit-any
  subscribe(query: string, variables?: Record<string, unknown>): AsyncIterableIterator<any>;
  close(): void;
}

/** @param options.retry true: tries again for ever, as the dashboard does. */
export function connectLive(
  url: string,
  headers: Record<string, string>,
  options: { retry?: boolean } = {},
): LiveConnection {
  class TestSocket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  const client: Client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: TestSocket,
    retryAttempts: options.retry === true ? Number.POSITIVE_INFINITY : 0,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 100)),
  });
  return {
    subscribe: (query, variables = {}) => client.iterate({ query, variables }),
    close: () => void client.dispose(),
  };
}
