import type { RunnerStatus } from '@cambium/core';
import { type RequestContext, requireUser } from '../../context/request-context.js';

const dayMs = 24 * 3_600_000;

/** Runners of the caller's workspace that were heard of within the last day, or work now. */
export async function listRunners(context: RequestContext): Promise<RunnerStatus[]> {
  const { runners, clock } = context.services;
  return [...(await runners.list(requireUser(context).workspaceId, clock.now() - dayMs))];
}
