import { CambiumError, type Experiment, type Trial } from '@cambium/core';
import type { RequestContext } from '../../context/request-context.js';
import { experimentPayload, type Payload } from '../experiments/experiment-payload.js';
import { findTrial } from './find-trial.js';

/** Changes or makes an experiment by a trial of the caller's workspace; one of another workspace is not there. */
export function changeByTrial(
  id: string,
  context: RequestContext,
  change: (trial: Trial) => Promise<Experiment>,
): Promise<Payload> {
  return experimentPayload(async () => {
    const trial = await findTrial(id, context);
    if (trial === undefined) throw new CambiumError('not-found', `there is no trial ${id}`);
    return change(trial);
  });
}
