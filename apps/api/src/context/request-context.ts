import { CambiumError, type User } from '@cambium/core';
import type { Actor } from './actor.js';
import type { Loaders } from './loaders.js';
import type { Services } from './services.js';

/** What every resolver gets. */
export interface RequestContext {
  readonly actor: Actor;
  readonly services: Services;
  readonly loaders: Loaders;
  /** Aborted when the client has gone away. */
  readonly signal: AbortSignal;
}

/** @throws CambiumError `unauthenticated`. The guard has already let the field through; this narrows the type. */
export function requireUser({ actor }: Pick<RequestContext, 'actor'>): User {
  if (actor.kind !== 'user') throw new CambiumError('unauthenticated', 'sign in first');
  return actor.user;
}

/** @throws CambiumError `unauthenticated`. */
export function requireRunner({ actor }: Pick<RequestContext, 'actor'>): Actor & { kind: 'runner' } {
  if (actor.kind !== 'runner') throw new CambiumError('unauthenticated', 'a runner token is needed');
  return actor;
}
