import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExperimentEventsDocument } from '@cambium/graphql';
import { afterEach, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocket, WebSocketServer } from 'ws';
import { createLiveSocket } from './live-socket.js';

/** The least schema that the subscription's document fits. */
const schema = buildSchema(`
  type Query { a: Int }
  type Subscription { experimentEvents(id: ID!, afterSeq: Int!): Batch! }
  type Batch { lastSeq: Int! }
`);

interface Api {
  readonly port: number;
  readonly server: Server;
  readonly afterSeqs: number[];
  /** Cuts every connection, as a crash does. */
  cut(): void;
}

const open: Api[] = [];

/** Sends the next two numbers after `afterSeq`, then is silent. */
async function startApi(port = 0): Promise<Api> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const afterSeqs: number[] = [];
  useServer(
    {
      schema,
      validate: () => [],
      execute: () => ({}),
      subscribe: async function* ({ variableValues }: { variableValues?: { afterSeq?: number } }) {
        const afterSeq = Number(variableValues?.afterSeq);
        afterSeqs.push(afterSeq);
        for (const lastSeq of [afterSeq + 1, afterSeq + 2]) yield { data: { experimentEvents: { lastSeq } } };
        await new Promise(() => undefined);
      } as never,
    },
    sockets,
  );
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const api = {
    server,
    afterSeqs,
    port: (server.address() as AddressInfo).port,
    cut: () => sockets.clients.forEach((client) => client.terminate()),
  };
  open.push(api);
  return api;
}

afterEach(() => {
  for (const { server, cut } of open.splice(0)) {
    cut();
    server.close();
  }
});

it('resumes after the last event seen when the connection is cut, and says so', async () => {
  const api = await startApi();
  const socket = createLiveSocket({ url: `ws://127.0.0.1:${api.port}`, webSocketImpl: WebSocket, maxWaitMs: 20 });
  const states: string[] = [];
  socket.onState(() => states.push(socket.state()));
  let seen = 5;
  let reconnects = 0;
  socket.onReconnect(() => reconnects++);
  const received: number[] = [];
  await new Promise<void>((resolve) => {
    const stop = socket.follow(ExperimentEventsDocument, () => ({ id: 'e', afterSeq: seen }), {
      next: ({ experimentEvents }) => {
        seen = experimentEvents.lastSeq;
        received.push(seen);
        if (seen === 7) api.cut();
        if (seen === 9) resolve(stop());
      },
    });
  });
  expect(api.afterSeqs).toEqual([5, 7]);
  expect(received).toEqual([6, 7, 8, 9]);
  expect(reconnects).toBe(1);
  expect(states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
});
