'use client';

import { ApolloLink, disableFragmentWarnings, HttpLink, Observable } from '@apollo/client';
import { ApolloClient, ApolloNextAppProvider, InMemoryCache } from '@apollo/client-integration-nextjs';
import { type ReactElement, type ReactNode, useState } from 'react';
import { createLiveSocket } from '../live/live-socket.js';
import { LiveContext } from '../live/use-live.js';
import { cacheConfig } from './cache-config.js';

// Preloaded documents arrive as text and are parsed next to the compiled ones: the same fragment twice is no mistake here.
disableFragmentWarnings();

/** Queries of the first load run in server components (PreloadQuery); their data reaches this client with the HTML. */
function makeClient(): ApolloClient {
  const link =
    typeof window === 'undefined'
      ? new ApolloLink(
          () => new Observable((sink) => sink.error(new Error('Not preloaded: this query runs in the browser'))),
        )
      : new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  return new ApolloClient({ cache: new InMemoryCache(cacheConfig), link });
}

/** Queries over HTTP, subscriptions over one WebSocket, both on the page's own origin. */
export function ApolloWrapper({ children }: { readonly children: ReactNode }): ReactElement {
  const [socket] = useState(() => (typeof window === 'undefined' ? null : createLiveSocket({ url: socketUrl() })));
  return (
    <ApolloNextAppProvider makeClient={makeClient}>
      <LiveContext value={socket}>{children}</LiveContext>
    </ApolloNextAppProvider>
  );
}

function socketUrl(): string {
  return `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/graphql`;
}
