import { CambiumError, type Experiment } from '@cambium/core';
import type { RequestContext } from '../../context/request-context.js';
import { experimentPayload, type Payload } from './experiment-payload.js';
import { findExperiment } from './find-experiment.js';

/** Changes an experiment of the caller's workspace; one of another workspace is not there. */
export function changeOwnExperiment(
  id: string,
  context: RequestContext,
  change: (id: string) => Promise<Experiment>,
): Promise<Payload> {
  return experimentPayload(async () => {
    const experiment = await findExperiment(id, context);
    if (experiment === undefined) throw new CambiumError('not-found', `there is no experiment ${id}`);
    return change(experiment.id);
  });
}
