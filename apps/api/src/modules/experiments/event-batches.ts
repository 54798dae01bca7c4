import { CambiumError, type Experiment, type ExperimentEvent, type Trial } from '@cambium/core';
import type { RequestContext } from '../../context/request-context.js';
import { followEvents } from '../../live/follow-events.js';
import { untilThere } from '../../live/until-there.js';
import { mayStillRead } from './may-still-read.js';

export interface EventBatch {
  readonly events: ExperimentEvent[];
  readonly lastSeq: number;
  readonly experiment: Experiment;
  readonly trials: Trial[];
}

/** Each batch of events with the experiment and the touched trials as they are now. */
export async function* eventBatches(
  context: RequestContext,
  { experimentId, afterSeq, signal }: { experimentId: string; afterSeq: number; signal: AbortSignal },
): AsyncGenerator<{ experimentEvents: EventBatch }> {
  const { experiments: store, reader, timing } = context.services;
  const mayRead = mayStillRead(context);
  const { coalesceMs: gapMs, recheckMs } = timing;
  for await (const events of followEvents({ store, experimentId, afterSeq, gapMs, recheckMs, mayRead, signal })) {
    const numbers = new Set(events.map(({ trialNumber }) => trialNumber).filter((number) => number !== null));
    const keys = [...numbers].map((number) => ({ experimentId, number }));
    const [experiment, trials] = await untilThere(
      () => Promise.all([store.find(experimentId), keys.length === 0 ? [] : reader.trialsByNumbers(keys)]),
      signal,
    );
    if (experiment === undefined)
      throw new CambiumError('not-found', `there is no experiment ${experimentId} any more`);
    const lastSeq = events.at(-1)?.seq ?? afterSeq;
    yield { experimentEvents: { events: [...events], lastSeq, experiment, trials: [...trials] } };
  }
}
