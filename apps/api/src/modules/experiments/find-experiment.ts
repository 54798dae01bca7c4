import type { Experiment } from '@cambium/core';
import { type RequestContext, requireUser } from '../../context/request-context.js';
import { isUuid } from '../uuid.js';

/** The experiment with this id when the caller's workspace has it; others do not exist for the caller. */
export async function findExperiment(id: string, context: RequestContext): Promise<Experiment | undefined> {
  if (!isUuid(id)) return undefined;
  const experiment = await context.services.experiments.find(id);
  return experiment?.workspaceId === requireUser(context).workspaceId ? experiment : undefined;
}
