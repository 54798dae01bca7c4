import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { createApiProxy } from './api-proxy.js';

const open: Server[] = [];

async function listen(server: Server): Promise<number> {
  open.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** A server that proxies to the port, as the dashboard's does. */
function dashboardFor(apiPort: number): Promise<number> {
  const proxy = createApiProxy(`http://127.0.0.1:${apiPort}`);
  const server = createServer((request, response) => {
    if (proxy.matches(request.url)) proxy.web(request, response);
    else response.end('a page');
  });
  server.on('upgrade', (request, socket, head) => proxy.upgrade(request, socket as never, head));
  return listen(server);
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('the proxy to the API', () => {
  it('matches whole path segments only', () => {
    const { matches } = createApiProxy('http://127.0.0.1:1');
    expect(['/graphql', '/graphql?x=1', '/artifacts/sha256:00', '/login?token=a', '/healthz'].every(matches)).toBe(
      true,
    );
    expect(['/', '/loginx', '/experiments/graphql', undefined].some(matches)).toBe(false);
  });

  it('passes the path, body, cookies, host and status through both ways', async () => {
    const api = createServer((request, response) => {
      const seen = `${request.url} ${request.headers.cookie} ${request.headers.host}`;
      response.writeHead(418, { 'set-cookie': 'cambium_session=s; HttpOnly', 'x-seen': seen });
      request.pipe(response);
    });
    const port = await dashboardFor(await listen(api));
    const response = await fetch(`http://127.0.0.1:${port}/graphql?a=1`, {
      method: 'POST',
      body: 'hello',
      headers: { cookie: 'cambium_session=old' },
    });
    expect(response.status).toBe(418);
    expect(response.headers.get('x-seen')).toBe(`/graphql?a=1 cambium_session=old 127.0.0.1:${port}`);
    expect(response.headers.get('set-cookie')).toBe('cambium_session=s; HttpOnly');
    expect(await response.text()).toBe('hello');
  });

  it('answers 502 as GraphQL-shaped JSON when the API is away, and lives on', async () => {
    const port = await dashboardFor(await freePort());
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'API_AWAY' } }] });
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('a page');
  });

  it('carries WebSockets, and refuses them when the API is away', async () => {
    const api = createServer();
    const sockets = new WebSocketServer({ server: api });
    sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(`echo ${String(data)}`)));
    const port = await dashboardFor(await listen(api));
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`);
    const answer = await new Promise((resolve, reject) => {
      socket.on('open', () => socket.send('hi'));
      socket.on('message', (data) => resolve(String(data)));
      socket.on('error', reject);
    });
    expect(answer).toBe('echo hi');
    socket.terminate();

    const away = await dashboardFor(await freePort());
    const refused = new WebSocket(`ws://127.0.0.1:${away}/graphql`);
    const failed = await new Promise((resolve) => refused.on('error', () => resolve('failed')));
    expect(failed).toBe('failed');
    expect(await (await fetch(`http://127.0.0.1:${away}/`)).text()).toBe('a page');
  });

  it('survives a browser that drops its socket in the middle of an upgrade', async () => {
    const port = await dashboardFor(await freePort());
    const raw = connect(port, '127.0.0.1');
    raw.write('GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    raw.resetAndDestroy();
    await new Promise((resolve) => raw.on('close', resolve));
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('a page');
  });
});
