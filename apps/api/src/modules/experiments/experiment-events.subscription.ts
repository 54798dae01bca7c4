import { CambiumError } from '@cambium/core';
import type { RequestContext } from '../../context/request-context.js';
import type { SubscriptionResolvers } from '../../generated/resolver-types.js';
import { closableStream } from '../../live/closable-stream.js';
import { untilThere } from '../../live/until-there.js';
import { type EventBatch, eventBatches } from './event-batches.js';
import { findExperiment } from './find-experiment.js';

export const experimentEventsSubscription: NonNullable<SubscriptionResolvers['experimentEvents']> = {
  subscribe: (_root, { id, afterSeq }, context) =>
    closableStream(context.signal, (signal) =>
      ownEvents(context, { experimentId: id, afterSeq: afterSeq ?? 0, signal }),
    ),
};

async function* ownEvents(
  context: RequestContext,
  from: { experimentId: string; afterSeq: number; signal: AbortSignal },
): AsyncGenerator<{ experimentEvents: EventBatch }> {
  const { experimentId, signal } = from;
  const experiment = await untilThere(() => findExperiment(experimentId, context), signal);
  if (experiment === undefined) throw new CambiumError('not-found', `there is no experiment ${experimentId}`);
  yield* eventBatches(context, from);
}
