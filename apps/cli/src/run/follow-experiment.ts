import { setTimeout as delay } from 'node:timers/promises';
import { CambiumError } from '@cambium/core';
import { CliExperimentEventsDocument, type CliExperimentEventsSubscription } from '@cambium/graphql';
import { subscribeOnce } from '@cambium/graphql/node';
import type { SignedInClient } from '../client/sign-in.js';

type Batch = CliExperimentEventsSubscription['experimentEvents'];

/**
 * Event batches of an experiment until the caller stops, or, once `signal` is aborted, the connection ends. A lost
 * connection goes on after the last event seen.
 */
export async function* followExperiment(
  client: SignedInClient,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  let afterSeq = 0;
  while (!signal.aborted) {
    try {
      for await (const { experimentEvents } of subscribeOnce(client.connection, CliExperimentEventsDocument, {
        id,
        afterSeq,
      })) {
        afterSeq = experimentEvents.lastSeq;
        yield experimentEvents;
      }
    } catch (error) {
      if (!(error instanceof CambiumError && error.code === 'retry')) throw error;
    }
    await delay(500, undefined, { signal }).catch(() => {});
  }
}
