import type { MutationResolvers } from '../../generated/resolver-types.js';

/** Forgets the session; its cookie names nothing from then on. */
export const signOutMutation: NonNullable<MutationResolvers['signOut']> = async (_root, _args, { actor, services }) => {
  if (actor.kind !== 'user') return false;
  await services.identity.deleteSession(actor.sessionHash);
  return true;
};
