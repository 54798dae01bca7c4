'use client';

import { ExperimentEventsDocument, type ExperimentEventsSubscription, type TrialRowFragment } from '@cambium/graphql';
import { useEffect, useState } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { createFrameBuffer } from '../../lib/live/frame-buffer.js';
import { useLiveSocket } from '../../lib/live/use-live.js';
import { addReport } from './add-report.js';
import type { ReportInfo, TrialDetail, TrialExperiment } from './trial-types.js';

type Batch = ExperimentEventsSubscription['experimentEvents'];
type TrialNow = TrialRowFragment & Pick<TrialDetail, 'failure'>;

export interface TrialStream {
  readonly trial: TrialNow;
  readonly reports: readonly ReportInfo[];
  /** Goes up when the trial changes its state: attempts, artifacts and log are then asked for anew. */
  readonly revision: number;
}

/** Follows one trial out of its experiment's events. */
export function useTrialStream(experiment: TrialExperiment, first: TrialDetail): TrialStream {
  const socket = useLiveSocket();
  const [stream, setStream] = useState<TrialStream>({ trial: first, reports: first.reports, revision: 0 });
  const { id, lastSeq } = experiment;
  const { number } = first;
  useEffect(() => {
    const buffer = createFrameBuffer<Batch>((batches) =>
      setStream((current) => batches.reduce((stream, batch) => follow(stream, batch, number), current)),
    );
    let seen = lastSeq;
    const stop = socket?.follow(ExperimentEventsDocument, () => ({ id, afterSeq: seen }), {
      next: ({ experimentEvents }) => {
        seen = Math.max(seen, experimentEvents.lastSeq);
        if (experimentEvents.trials.some((trial) => trial.number === number)) buffer.push(experimentEvents);
      },
    });
    return () => stop?.();
  }, [socket, id, lastSeq, number]);
  return stream;
}

function follow(stream: TrialStream, batch: Batch, number: number): TrialStream {
  const trial = batch.trials.find((each) => each.number === number);
  if (!trial) return stream;
  const reported = batch.events
    .filter((event) => event.type === 'trial.reported' && event.trialNumber === number)
    .map((event) => jsonRecord(event.payload) as unknown as ReportInfo);
  const failure = trial.failure === null ? null : { stderr: stream.trial.failure?.stderr ?? null, ...trial.failure };
  return {
    trial: { ...trial, failure: failure as TrialNow['failure'] },
    reports: reported.reduce(addReport, stream.reports),
    revision: stream.revision + (trial.state === stream.trial.state ? 0 : 1),
  };
}
