import { CambiumError } from '@cambium/core';
import type { SubscriptionResolvers } from '../../generated/resolver-types.js';
import { closableStream } from '../../live/closable-stream.js';
import { eventBatches } from './event-batches.js';
import { findExperiment } from './find-experiment.js';

export const experimentEventsSubscription: NonNullable<SubscriptionResolvers['experimentEvents']> = {
  async subscribe(_root, { id, afterSeq }, context) {
    const experiment = await findExperiment(id, context);
    if (experiment === undefined) throw new CambiumError('not-found', `there is no experiment ${id}`);
    return closableStream(context.signal, (signal) =>
      eventBatches(context, { experimentId: id, afterSeq: afterSeq ?? 0, signal }),
    );
  },
};
