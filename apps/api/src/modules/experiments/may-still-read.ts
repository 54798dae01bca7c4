import type { RequestContext } from '../../context/request-context.js';

/** False once the session has ended or its user belongs elsewhere: asked again and again while a stream is open. */
export function mayStillRead({ actor, services }: RequestContext): () => Promise<boolean> {
  return async () => {
    if (actor.kind !== 'user') return false;
    const user = await services.identity.sessionUser(actor.sessionHash, services.clock.now());
    return user?.id === actor.user.id && user.workspaceId === actor.user.workspaceId;
  };
}
