import type { Clock } from '@cambium/core';

/** Work for experiments, one piece at a time for each, that nobody waits for: a slow or broken one holds up no other. */
export interface ExperimentJobs {
  /** Starts `work`, unless the experiment is being worked on or rests after a failure. */
  start(experimentId: string, work: () => Promise<void>): void;
  /** Resolves when nothing is being worked on. */
  settled(): Promise<void>;
}

export interface ExperimentJobsOptions {
  readonly clock: Clock;
  readonly onFailure: (experimentId: string, cause: unknown) => void;
}

const longestRestMs = 30_000;

/** After a failure an experiment rests for a second; for twice as long after each further one in a row. */
export function createExperimentJobs({ clock, onFailure }: ExperimentJobsOptions): ExperimentJobs {
  const working = new Map<string, Promise<void>>();
  const resting = new Map<string, { readonly failures: number; readonly until: number }>();

  const run = async (experimentId: string, work: () => Promise<void>) => {
    try {
      await work();
      resting.delete(experimentId);
    } catch (cause) {
      const failures = (resting.get(experimentId)?.failures ?? 0) + 1;
      const restMs = Math.min(longestRestMs, 1000 * 2 ** (failures - 1));
      resting.set(experimentId, { failures, until: clock.now() + restMs });
      onFailure(experimentId, cause);
    } finally {
      working.delete(experimentId);
    }
  };
  return {
    start(experimentId, work) {
      if (working.has(experimentId) || clock.now() < (resting.get(experimentId)?.until ?? 0)) return;
      // `run` gets on to `work` before it returns, and to `finally` not before this line has set the entry.
      working.set(experimentId, run(experimentId, work));
    },
    async settled() {
      while (working.size > 0) await Promise.all(working.values());
    },
  };
}
