import type { Clock, IdentityStore } from '@cambium/core';
import { hashSecret, newSecret } from './secrets.js';

export interface LoginLinks {
  /** A link that signs its first visitor in as the local owner. */
  create(): Promise<string>;
  /** The new session's secret; undefined when the link was used before, is too old or never existed. */
  redeem(token: string): Promise<string | undefined>;
}

export interface LoginLinkOptions {
  readonly identity: IdentityStore;
  readonly clock: Clock;
  /** Origin that the browser uses. */
  readonly publicUrl: () => string;
  readonly linkMs: number;
  readonly sessionMs: number;
}

export function createLoginLinks({ identity, clock, publicUrl, linkMs, sessionMs }: LoginLinkOptions): LoginLinks {
  return {
    async create() {
      const token = newSecret();
      const now = clock.now();
      const { id } = await identity.localOwner(now);
      await identity.createLoginLink({ secretHash: hashSecret(token), userId: id, expiresAt: now + linkMs, now });
      return new URL(`/login?token=${token}`, publicUrl()).href;
    },
    async redeem(token) {
      const now = clock.now();
      const user = await identity.redeemLoginLink(hashSecret(token), now);
      if (user === undefined) return undefined;
      const secret = newSecret();
      await identity.createSession({
        secretHash: hashSecret(secret),
        userId: user.id,
        expiresAt: now + sessionMs,
        now,
      });
      return secret;
    },
  };
}
