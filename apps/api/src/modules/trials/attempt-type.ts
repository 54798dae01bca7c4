import { requireUser } from '../../context/request-context.js';
import type { AttemptResolvers } from '../../generated/resolver-types.js';

export const attemptType: AttemptResolvers = {
  async runnerName({ runnerId }, _args, context) {
    const runners = await context.loaders.runners.load(requireUser(context).workspaceId);
    return runners.find(({ id }) => id === runnerId)?.name ?? null;
  },
};
