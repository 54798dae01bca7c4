import type { Server } from 'node:http';
import {
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { Authenticate } from '../auth/authenticate.js';
import { isSameOrigin } from '../auth/same-origin.js';
import type { Actor } from '../context/actor.js';
import type { RequestContext } from '../context/request-context.js';
import { limits, protections } from './limits.js';
import { expectedError, publicError } from './public-error.js';

export interface WebSocketOptions {
  readonly schema: GraphQLSchema;
  readonly httpServer: Server;
  readonly logger: Logger;
  readonly authenticate: Authenticate;
  readonly publicUrl: () => string;
  readonly contextOf: (actor: Actor, signal: AbortSignal) => RequestContext;
}

/** Close code of RFC 6455's registry: nothing is wrong with the caller. */
const tryAgainLater = 1013;

/** What is kept of one connection. */
interface Connection {
  actor?: Actor;
  readonly closed: AbortController;
}

/** Subscriptions over graphql-ws at /graphql. Queries and mutations go over HTTP alone, where CSRF and limits are checked. */
export function createWebSocket(options: WebSocketOptions): { close(): Promise<void> } {
  const { schema, httpServer, logger, authenticate, publicUrl, contextOf } = options;
  const socketServer = new WebSocketServer({
    server: httpServer,
    path: '/graphql',
    maxPayload: limits.socketMessageBytes,
    verifyClient: ({ req }: { req: { headers: Parameters<typeof isSameOrigin>[0] } }) =>
      isSameOrigin(req.headers, publicUrl()),
  });
  socketServer.on('error', (err) => logger.error({ err }, 'WebSocket server'));
  const { validationRules } = protections();
  const connections = new WeakMap<object, Connection>();
  const connectionOf = (socket: object): Connection => {
    const known = connections.get(socket) ?? { closed: new AbortController() };
    connections.set(socket, known);
    return known;
  };

  const cleanup = useServer(
    {
      async onConnect({ extra }) {
        try {
          const actor = await authenticate(extra.request.headers);
          connectionOf(extra.socket).actor = actor;
          return actor.kind === 'user';
        } catch (error) {
          if (expectedError(error)?.code !== 'retry') throw error;
          // Left to itself, graphql-ws would close with a code after which its client never comes back.
          extra.socket.close(tryAgainLater, 'the database is away at the moment; try again');
          return false;
        }
      },
      onSubscribe({ extra, subscriptions }, _id, { query, operationName, variables }) {
        if (Object.keys(subscriptions).length > limits.subscriptionsPerSocket) {
          return [new GraphQLError(`at most ${limits.subscriptionsPerSocket} subscriptions on one connection`)];
        }
        const { actor = { kind: 'anonymous' }, closed } = connectionOf(extra.socket);
        const document = parseOrError(query);
        if (document instanceof GraphQLError) return [document];
        const errors = validate(schema, document, [...specifiedRules, ...validationRules]);
        if (errors.length > 0) return errors;
        const isSubscription = document.definitions.every(
          (node) => node.kind !== 'OperationDefinition' || node.operation === OperationTypeNode.SUBSCRIPTION,
        );
        if (!isSubscription) return [new GraphQLError('only subscriptions here; send queries and mutations over HTTP')];
        return {
          schema,
          document,
          operationName: operationName ?? null,
          variableValues: variables ?? null,
          contextValue: contextOf(actor, closed.signal),
        };
      },
      onNext: (...[, , , , result]) => publicResult(result, logger),
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => publicError(error, requestError(error), logger)),
      onClose: ({ extra }) => connectionOf(extra.socket).closed.abort(),
    },
    socketServer,
  );
  return {
    async close() {
      await cleanup.dispose();
    },
  };
}

interface Result {
  readonly data?: FormattedExecutionResult['data'] | undefined;
  readonly errors?: readonly GraphQLError[] | undefined;
}

function publicResult(result: Result, logger: Logger): FormattedExecutionResult {
  const { data = null, errors } = result;
  return errors === undefined
    ? { data }
    : { data, errors: errors.map((error) => publicError(error, error.toJSON(), logger)) };
}

/** Errors from before execution are about the request, unless a resolver threw them. */
function requestError(error: GraphQLError) {
  const { extensions, ...formatted } = error.toJSON();
  return { ...formatted, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', ...extensions } };
}

function parseOrError(query: string) {
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError('the query can not be read');
  }
}
