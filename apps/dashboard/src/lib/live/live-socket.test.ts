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
  /** Closes every connection with a code. */
  close(code: number): void;
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
    close: (code: number) => sockets.clients.forEach((client) => client.close(code)),
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

const follow = (api: Api) => {
  const socket = createLiveSocket({ url: `ws://127.0.0.1:${api.port}`, webSocketImpl: WebSocket, maxWaitMs: 20 });
  const states: string[] = [];
  socket.onState(() => states.push(socket.state()));
  let reconnects = 0;
  socket.onReconnect(() => reconnects++);
  return { socket, states, reconnects: () => reconnects };
};

it.each([
  ['cut', (api: Api) => api.cut()],
  // The protocol's library gives up at these; a server that has lost its database closes so.
  ['closed with an internal error', (api: Api) => api.close(4500)],
  ['closed with a code of the protocol', (api: Api) => api.close(1011)],
])('resumes after the last event seen when the connection is %s, and says so', async (_, interrupt) => {
  const api = await startApi();
  const { socket, states, reconnects } = follow(api);
  let seen = 5;
  const received: number[] = [];
  const failures: string[] = [];
  await new Promise<void>((resolve) => {
    const stop = socket.follow(ExperimentEventsDocument, () => ({ id: 'e', afterSeq: seen }), {
      next: ({ experimentEvents }) => {
        seen = experimentEvents.lastSeq;
        received.push(seen);
        if (seen === 7) interrupt(api);
        if (seen === 9) resolve(stop());
      },
      fail: (message) => failures.push(message),
    });
  });
  expect(api.afterSeqs).toEqual([5, 7]);
  expect(received).toEqual([6, 7, 8, 9]);
  expect(reconnects()).toBe(1);
  expect(states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
  expect(failures).toEqual([]);
});

it('does not try again where it was refused, and says so', async () => {
  const api = await startApi();
  const { socket, states, reconnects } = follow(api);
  const message = await new Promise<string>((fail) => {
    socket.follow(ExperimentEventsDocument, () => ({ id: 'e', afterSeq: 0 }), { next: () => api.close(4403), fail });
  });
  expect(message).toMatch(/refused/);
  expect(socket.state()).toBe('refused');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([states, reconnects()]).toEqual([['connecting', 'live', 'refused'], 0]);
});

it('does not come back for a subscription that was stopped meanwhile', async () => {
  const api = await startApi();
  const { socket } = follow(api);
  const stop = await new Promise<() => void>((resolve) => {
    const end = socket.follow(ExperimentEventsDocument, () => ({ id: 'e', afterSeq: 0 }), {
      next: () => {
        api.close(4500);
        resolve(end);
      },
    });
  });
  while (socket.state() !== 'reconnecting') await new Promise((resolve) => setTimeout(resolve, 1));
  stop();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(api.afterSeqs).toEqual([0]);
});
