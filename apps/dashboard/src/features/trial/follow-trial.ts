import type { TrialRowFragment } from '@cambium/graphql';
import { jsonRecord } from '../../lib/json-record.js';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { frontChanges } from '../experiment/front-changes.js';
import { addReport } from './add-report.js';
import type { ReportInfo, TrialDetail } from './trial-types.js';

export interface TrialNow {
  readonly trial: TrialRowFragment & Pick<TrialDetail, 'failure'>;
  readonly reports: readonly ReportInfo[];
  /** Goes up with every start and end of an attempt: attempts, artifacts and log are then asked for anew. */
  readonly revision: number;
  /** Trials of the experiment, numbered from 0. */
  readonly trialCount: number;
  /** Trials that come from this one, by number: the first ones, and those that changed since. */
  readonly successors: readonly TrialRowFragment[];
  /** Of all of them. */
  readonly successorCount: number;
}

/** An attempt starts or ends. */
const attemptEvents = ['trial.running', 'trial.retried', 'trial.finished', 'attempt.lost'];

/** Follows one trial out of its experiment's events. */
export function followTrial(now: TrialNow, batches: readonly EventBatch[], number: number): TrialNow {
  return batches.reduce((state, batch) => followBatch(state, batch, number), now);
}

function followBatch(before: TrialNow, batch: EventBatch, number: number): TrialNow {
  const now = withFront(withSuccessors(withCount(before, batch), batch, number), batch, number);
  const trial = batch.trials.find((each) => each.number === number);
  if (!trial) return now;
  const events = batch.events.filter((event) => event.trialNumber === number);
  const reported = events
    .filter(({ type }) => type === 'trial.reported')
    .map(({ payload }) => jsonRecord(payload) as unknown as ReportInfo);
  const failure = trial.failure === null ? null : { stderr: now.trial.failure?.stderr ?? null, ...trial.failure };
  return {
    ...now,
    trial: { ...trial, failure: failure as TrialDetail['failure'] },
    reports: reported.reduce(addReport, now.reports),
    // Not by the state alone: a batch may hold a loss and the next attempt's start.
    revision: now.revision + (events.some(({ type }) => attemptEvents.includes(type)) ? 1 : 0),
  };
}

/** Another trial may take its place on the front, long after it ended. */
function withFront(now: TrialNow, batch: EventBatch, number: number): TrialNow {
  const leaves = now.trial.onFront && frontChanges(batch).some(({ left }) => left.includes(number));
  return leaves ? { ...now, trial: { ...now.trial, onFront: false } } : now;
}

function withCount(now: TrialNow, { trials }: EventBatch): TrialNow {
  const trialCount = Math.max(now.trialCount, ...trials.map((each) => each.number + 1));
  return trialCount === now.trialCount ? now : { ...now, trialCount };
}

function withSuccessors(now: TrialNow, { trials, events }: EventBatch, number: number): TrialNow {
  const changed = trials.filter((each) => each.parent === number);
  if (changed.length === 0) return now;
  const created = new Set(events.filter(({ type }) => type === 'trial.created').map(({ trialNumber }) => trialNumber));
  const byNumber = new Map([...now.successors, ...changed].map((each) => [each.number, each]));
  return {
    ...now,
    successors: [...byNumber.values()].sort((a, b) => a.number - b.number),
    successorCount: now.successorCount + changed.filter((each) => created.has(each.number)).length,
  };
}
