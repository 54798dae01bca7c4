import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createProxyServer } from 'httpxy';

/** Paths that belong to the API; everything else is a page. */
const prefixes = ['/graphql', '/artifacts', '/login', '/healthz'];

export interface ApiProxy {
  /** True when this request is the API's. */
  matches(url: string | undefined): boolean;
  web(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void;
}

/**
 * Hands requests and WebSockets to the API, so that a browser sees one origin and its session cookie goes along. The
 * browser's Host is kept: the API compares it with Origin. An API that is away is answered with 502 as JSON.
 */
export function createApiProxy(apiUrl: string): ApiProxy {
  const proxy = createProxyServer({ target: apiUrl, xfwd: true, changeOrigin: false });
  // Without a listener an emitted error would end the process.
  proxy.on('error', (_error, _request, response) => answerAway(response));
  return {
    matches: (url) => {
      const path = (url ?? '/').split('?', 1)[0] ?? '/';
      return prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
    },
    web: (request, response) => {
      proxy.web(request, response).catch(() => answerAway(response));
    },
    upgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      // httpxy types the socket as a response; its code wants the socket.
      proxy.ws(request, socket as unknown as Parameters<typeof proxy.ws>[1], {}, head).catch(() => answerAway(socket));
    },
  };
}

const body = JSON.stringify({
  errors: [
    {
      message: 'The Cambium API does not answer. Is it running? The page tries again by itself.',
      extensions: { code: 'API_AWAY' },
    },
  ],
});

/** A WebSocket that can't be opened is just closed (httpxy ends it): its client tries again. */
function answerAway(target: unknown): void {
  if (!isResponse(target)) (target as Socket).destroy();
  else if (target.headersSent) target.destroy();
  else target.writeHead(502, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(body);
}

function isResponse(target: unknown): target is ServerResponse {
  return typeof target === 'object' && target !== null && 'writeHead' in target;
}
