import type { Server } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../context/request-context.js';
import { limits, protections } from './limits.js';
import { publicError, statusOf } from './public-error.js';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly httpServer: Server;
  readonly logger: Logger;
  /** Called while draining: ends the live connections. */
  readonly drain: () => Promise<void>;
}

/**
 * Introspection is on: whoever is not signed in is refused before a query is even parsed. Cache control is off because
 * it doubles the cost of big results.
 */
export function createApollo({ schema, httpServer, logger, drain }: ApolloOptions): ApolloServer<RequestContext> {
  const { plugins, ...protection } = protections();
  return new ApolloServer<RequestContext>({
    schema,
    ...protection,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    logger: logger.child({ part: 'apollo' }),
    formatError: (formatted, error) => publicError(error, formatted, logger),
    plugins: [
      // They do not look at the context.
      ...(plugins as unknown as ApolloServerPlugin<RequestContext>[]),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer, stopGracePeriodMillis: 2_000 }),
      { serverWillStart: async () => ({ drainServer: drain }) },
      {
        requestDidStart: async () => ({
          async willSendResponse({ response: { body, http } }) {
            if (body.kind !== 'single' || body.singleResult.data != null) return;
            const status = statusOf(body.singleResult.errors ?? []);
            if (status !== undefined) http.status = status;
          },
        }),
      },
    ],
  });
}
