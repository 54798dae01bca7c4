import type { ExperimentEvent } from '@cambium/core';

const batchSize = 1000;

/** All events of an experiment, read in batches. */
export async function readAll(
  read: (afterSeq: number, limit: number) => Promise<readonly ExperimentEvent[]>,
): Promise<readonly ExperimentEvent[]> {
  const events: ExperimentEvent[] = [];
  for (;;) {
    const batch = await read(events.at(-1)?.seq ?? 0, batchSize);
    events.push(...batch);
    if (batch.length < batchSize) return events;
  }
}
