import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { publishApiUrl } from '../env.js';
import { createApiProxy } from './api-proxy.js';

export interface DashboardOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** 127.0.0.1 when absent: only this machine. */
  readonly host?: string;
  /** Origin of the API. It may be away when the dashboard starts. */
  readonly apiUrl: string;
  /** Next's development server instead of the build. */
  readonly dev?: boolean;
}

type Pages = ReturnType<typeof next>;

export interface RunningDashboard {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** The package's folder, from dist/server/. */
const folder = fileURLToPath(new URL('../..', import.meta.url));

/** Starts the pages and the proxy to the API on one port. @throws when the port is taken or nothing was built. */
export async function startDashboard(options: DashboardOptions): Promise<RunningDashboard> {
  const { host = '127.0.0.1', dev = false } = options;
  publishApiUrl(options.apiUrl);
  const proxy = createApiProxy(options.apiUrl);
  const server = createServer();
  let resolvePages: (app: Pages) => void = () => {};
  const prepared = new Promise<Pages>((resolve) => {
    resolvePages = resolve;
  });
  // Attached before the port is open: a request that comes while the pages are prepared waits, and is not lost.
  server.on('request', (request, response) => {
    if (proxy.matches(request.url)) proxy.web(request, response);
    else void prepared.then((app) => app.getRequestHandler()(request, response)).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    if (proxy.matches(request.url)) proxy.upgrade(request, socket as Socket, head);
    else if (dev) void prepared.then((app) => app.getUpgradeHandler()(request, socket, head));
    else socket.destroy();
  });
  const port = await listen(server, options.port, host);
  try {
    const app = next({ dev, dir: folder, hostname: host, port, httpServer: server });
    await app.prepare();
    resolvePages(app);
    return { port, url: `http://${host}:${port}`, close: () => close(server, () => app.close()) };
  } catch (error) {
    server.close();
    throw error;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function close(server: Server, closePages: () => Promise<void>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closePages();
  await closed;
}
