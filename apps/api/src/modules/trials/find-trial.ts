import type { Trial } from '@cambium/core';
import type { RequestContext } from '../../context/request-context.js';
import { findExperiment } from '../experiments/find-experiment.js';
import { isUuid } from '../uuid.js';

/** The trial with this id when the caller's workspace has it. */
export async function findTrial(id: string, context: RequestContext): Promise<Trial | undefined> {
  if (!isUuid(id)) return undefined;
  const [trial] = await context.services.reader.trialsByIds([id]);
  if (trial === undefined) return undefined;
  return (await findExperiment(trial.experimentId, context)) === undefined ? undefined : trial;
}
