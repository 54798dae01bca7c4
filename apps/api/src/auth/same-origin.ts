import type { IncomingHttpHeaders } from 'node:http';

/**
 * True when a WebSocket upgrade comes from a page of this site or from no page at all. Browsers do not apply CORS to
 * WebSockets, so a page of another site could otherwise use the visitor's cookie. The dashboard's proxy passes the
 * browser's Host on as X-Forwarded-Host; a page can set neither of the two.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  const forwarded = headers['x-forwarded-host'];
  const own = [host, ...(typeof forwarded === 'string' ? forwarded.split(',') : []), new URL(publicUrl).host];
  try {
    const { host: from } = new URL(origin);
    return own.some((candidate) => candidate?.trim() === from);
  } catch {
    return false;
  }
}
