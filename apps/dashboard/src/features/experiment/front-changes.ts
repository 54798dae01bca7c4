import { jsonRecord } from '../../lib/json-record.js';
import type { EventBatch } from '../../lib/live/event-hub.js';

/** A trial joined the Pareto front, and some left it for that one. */
export interface FrontChange {
  readonly joined: number;
  readonly left: readonly number[];
}

/** What the events say of the front, in order. */
export function frontChanges({ events }: EventBatch): readonly FrontChange[] {
  return events.flatMap(({ type, trialNumber, payload }) => {
    const { front } = jsonRecord(payload);
    if (type !== 'trial.finished' || trialNumber === null || typeof front !== 'object' || front === null) return [];
    const { left } = jsonRecord(front);
    return [{ joined: trialNumber, left: Array.isArray(left) ? left.filter((n) => typeof n === 'number') : [] }];
  });
}

/** Whether a re-evaluation chose the front anew, with other values: only the server knows it then. */
export function isFrontReplaced({ events }: EventBatch): boolean {
  return events.some(({ type }) => type === 'experiment.confirmed');
}
