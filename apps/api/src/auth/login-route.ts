import type { RequestHandler } from 'express';
import type { Authenticate } from './authenticate.js';
import type { LoginLinks } from './login-links.js';
import { usedLinkPage } from './login-page.js';
import { sessionCookie } from './session-cookie.js';

export interface LoginRouteOptions {
  readonly links: LoginLinks;
  readonly authenticate: Authenticate;
  readonly sessionMs: number;
  readonly publicUrl: () => string;
}

/** `GET /login?token=…`: redeems the link once and goes to the dashboard. The token is kept out of caches and referrers. */
export function loginRoute({ links, authenticate, sessionMs, publicUrl }: LoginRouteOptions): RequestHandler {
  return async (request, response) => {
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const { token } = request.query;
    const secret = typeof token === 'string' ? await links.redeem(token) : undefined;
    if (secret !== undefined) {
      const secure = publicUrl().startsWith('https:');
      response.set('set-cookie', sessionCookie(secret, { maxAgeMs: sessionMs, secure })).redirect(303, '/');
      return;
    }
    const actor = await authenticate(request.headers);
    if (actor.kind === 'user') response.redirect(303, '/');
    else response.status(410).type('html').send(usedLinkPage);
  };
}
