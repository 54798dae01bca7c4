import type { Role, User } from '@cambium/core';

/** Who calls. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly user: User; readonly sessionHash: string }
  | { readonly kind: 'runner'; readonly workspaceId: string; readonly tokenName: string };

/** What the guard map speaks of. */
export type ActorRole = Role | 'anonymous' | 'runner';

export function roleOf(actor: Actor): ActorRole {
  return actor.kind === 'user' ? actor.user.role : actor.kind;
}
