import type { IncomingHttpHeaders } from 'node:http';
import type { Clock, IdentityStore } from '@cambium/core';
import type { Actor } from '../context/actor.js';
import { hashSecret } from './secrets.js';
import { readSessionCookie } from './session-cookie.js';

export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Actor>;

const bearer = /^Bearer (cmb_[\w-]+)$/;

/**
 * Who a request comes from. An Authorization header decides alone: with a token that is not known the request is
 * anonymous, whatever cookie it carries.
 */
export function createAuthenticate(identity: IdentityStore, clock: Clock): Authenticate {
  return async ({ authorization, cookie }) => {
    if (authorization !== undefined) {
      const token = bearer.exec(authorization)?.[1];
      const runner = token === undefined ? undefined : await identity.runnerWorkspace(hashSecret(token), clock.now());
      return runner === undefined ? { kind: 'anonymous' } : { kind: 'runner', ...runner };
    }
    const secret = readSessionCookie(cookie);
    if (secret === undefined) return { kind: 'anonymous' };
    const sessionHash = hashSecret(secret);
    const user = await identity.sessionUser(sessionHash, clock.now());
    return user === undefined ? { kind: 'anonymous' } : { kind: 'user', user, sessionHash };
  };
}
