import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { CliExperimentEventsDocument } from '../generated/documents.js';
import { subscribeOnce } from './subscribe.js';

/** The least schema that a subscription's document fits. */
const schema = buildSchema(`
  type Query { a: Int }
  type Subscription { experimentEvents(id: ID!, afterSeq: Int!): Int }
`);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that answers each subscription in this way, and its URL. */
async function serve(answer: (socket: WebSocket) => GraphQLError[] | Promise<never>): Promise<string> {
  const server = createServer();
  servers.push(server);
  useServer(
    {
      schema,
      validate: () => [],
      onSubscribe: ({ extra }) => answer(extra.socket),
    },
    new WebSocketServer({ server, path: '/graphql' }),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const follow = (url: string) =>
  subscribeOnce({ url, headers: {} }, CliExperimentEventsDocument, { id: 'e', afterSeq: 0 }).next();
const refusal = (code: string) => () => [new GraphQLError(`it is ${code}`, { extensions: { code } })];
const closing = (code: number) => (socket: WebSocket) => {
  socket.close(code);
  return new Promise<never>(() => undefined);
};

describe('a subscription that fails', () => {
  it.each([
    ['UNAVAILABLE', 'retry'],
    ['INTERNAL', 'retry'],
    ['NOT_FOUND', 'not-found'],
    ['GRAPHQL_VALIDATION_FAILED', 'give-up'],
  ])('with %s says %s', async (publicCode, code) => {
    const url = await serve(refusal(publicCode));
    await expect(follow(url)).rejects.toMatchObject({ code, message: `it is ${publicCode}` });
  });

  it.each([
    [1013, 'retry'],
    [4403, 'unauthenticated'],
  ])('by a close with %i says %s', async (closeCode, code) => {
    const url = await serve(closing(closeCode));
    await expect(follow(url)).rejects.toMatchObject({ code });
  });
});
