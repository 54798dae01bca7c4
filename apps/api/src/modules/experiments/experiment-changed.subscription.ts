import type { Experiment } from '@cambium/core';
import { type RequestContext, requireUser } from '../../context/request-context.js';
import type { SubscriptionResolvers } from '../../generated/resolver-types.js';
import { closableStream } from '../../live/closable-stream.js';
import { followChanges } from '../../live/follow-changes.js';
import { untilThere } from '../../live/until-there.js';
import { mayStillRead } from './may-still-read.js';

export const experimentChangedSubscription: NonNullable<SubscriptionResolvers['experimentChanged']> = {
  subscribe: (_root, _args, context) => closableStream(context.signal, (signal) => changedExperiments(context, signal)),
};

async function* changedExperiments(
  context: RequestContext,
  signal: AbortSignal,
): AsyncGenerator<{ experimentChanged: Experiment | null }> {
  const { workspaceId } = requireUser(context);
  const { experiments: store, timing } = context.services;
  const { coalesceMs: gapMs, recheckMs } = timing;
  const changes = followChanges({ signals: store, gapMs, recheckMs, mayRead: mayStillRead(context), signal });
  for await (const ids of changes) {
    if (ids.length === 0) yield { experimentChanged: null };
    for (const id of ids) {
      const experiment = await untilThere(() => store.find(id), signal);
      if (experiment?.workspaceId === workspaceId) yield { experimentChanged: experiment };
    }
  }
}
