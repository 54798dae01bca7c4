'use client';

import { useEventHub } from '../../lib/live/use-event-hub.js';
import { useFollowed } from '../../lib/live/use-followed.js';
import { followTrial, type TrialNow } from './follow-trial.js';
import type { TrialDetail, TrialExperiment } from './trial-types.js';

export interface TrialAnswer {
  readonly experiment: TrialExperiment;
  readonly first: TrialDetail;
  /** False: of an earlier visit, and asked for anew. */
  readonly isFresh: boolean;
}

/** A trial as it is now, from the page's answer on. */
export function useTrialStream({ experiment, first, isFresh }: TrialAnswer): TrialNow {
  const { lastSeq } = experiment.trials;
  const hub = useEventHub(experiment.id, isFresh ? lastSeq : null);
  const [now] = useFollowed<TrialNow>({
    hub,
    question: first.id,
    lastSeq,
    begin: () => ({
      trial: first,
      reports: first.reports,
      revision: 0,
      trialCount: experiment.trialCount,
      successors: experiment.successors.edges.map(({ node }) => node),
      successorCount: experiment.successors.totalCount,
    }),
    extend: (state, batches) => followTrial(state, batches, first.number),
    // The hub begins with the fresh answer: there is no gap between the two.
    refetch: () => undefined,
  });
  return now;
}
