import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { CambiumError } from '@cambium/core';
import { publicCodes } from '@cambium/graphql';
import express, { type Express } from 'express';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { type ArtifactRoutesOptions, artifactRoutes } from '../artifacts/artifact-routes.js';
import { type LoginRouteOptions, loginRoute } from '../auth/login-route.js';
import type { Actor } from '../context/actor.js';
import type { RequestContext } from '../context/request-context.js';
import { limits } from '../graphql/limits.js';
import { expectedError } from '../graphql/public-error.js';
import { healthRoute } from './health-route.js';
import { httpErrors } from './http-errors.js';
import { securityHeaders } from './security-headers.js';

export interface AppOptions extends LoginRouteOptions, ArtifactRoutesOptions {
  readonly apollo: ApolloServer<RequestContext>;
  readonly contextOf: (actor: Actor, signal: AbortSignal) => RequestContext;
  readonly checkDatabase: () => Promise<unknown>;
  readonly logger: Logger;
}

/** /graphql, /login, /artifacts, /healthz; everything else is 404. The server of `apollo` must have started. */
export function createApp(options: AppOptions): Express {
  const { apollo, authenticate, contextOf, checkDatabase, logger } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders);
  app.get('/healthz', healthRoute(checkDatabase));
  app.get('/login', loginRoute(options));
  app.use('/artifacts', artifactRoutes(options));
  app.use(
    '/graphql',
    express.json({ limit: limits.bodyBytes }),
    expressMiddleware(apollo, {
      async context({ req, res }) {
        const actor = await authenticate(req.headers).catch(refuse);
        if (actor.kind === 'anonymous') refuse(new CambiumError('unauthenticated', 'sign in first'));
        const gone = new AbortController();
        res.once('close', () => gone.abort());
        return contextOf(actor, gone.signal);
      },
    }),
  );
  app.use(() => {
    throw new CambiumError('not-found', 'there is nothing at this address');
  });
  app.use(httpErrors(logger));
  return app;
}

/** Before the query is parsed: who is not signed in learns nothing about the schema. */
function refuse(error: unknown): never {
  const expected = expectedError(error);
  if (expected === undefined) throw error;
  const status = expected.code === 'retry' ? 503 : 401;
  throw new GraphQLError(expected.message, {
    extensions: { code: publicCodes[expected.code], http: { status } },
    originalError: expected,
  });
}
