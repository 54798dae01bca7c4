import { CambiumError, type Claim, type EvaluateOptions, type Metrics, type TrialOutcome } from '@cambium/core';

export interface SimulatedTrial {
  /** Steps of a trial that nobody ends early. */
  readonly steps: number;
  /** What the trial has measured after so many of them. */
  measure(step: number): Metrics;
}

/**
 * Runs a trial that is not computed step by step: reports each, obeys the answers, ends where the fidelity says. One that
 * ended early leaves a checkpoint, from which another goes on with the next step.
 */
export async function runSteps(
  { fidelity, resumeFrom }: Pick<Claim, 'fidelity' | 'resumeFrom'>,
  { steps, measure }: SimulatedTrial,
  { report, signal, saveArtifact }: EvaluateOptions,
): Promise<TrialOutcome> {
  const last = fidelity === null ? steps : Math.max(1, Math.min(steps, Math.round(fidelity)));
  const first = (resumeFrom?.step ?? 0) + 1;
  if (first > last) {
    throw new CambiumError('fix-input', `the checkpoint is of step ${first - 1}, but the trial ends at ${last}`);
  }
  let metrics: Metrics = {};
  for (let step = first; step <= last; step++) {
    if (signal.aborted) return { kind: 'cancelled' };
    metrics = measure(step);
    const decision = await report(step, metrics);
    if (decision === 'cancel') return { kind: 'cancelled' };
    if (decision === 'stop') return { kind: 'stopped', metrics, artifacts: [] };
  }
  if (signal.aborted) return { kind: 'cancelled' };
  if (last === steps) return { kind: 'complete', metrics, artifacts: [] };
  // The claim says at which step it goes on: there is nothing to write down.
  const file = { name: `checkpoint/step-${last}`, kind: 'checkpoint', bytes: new Uint8Array([0]) } as const;
  return { kind: 'complete', metrics, artifacts: [await saveArtifact(file)] };
}

/** Makes an outcome of the errors that say what is wrong with the trial itself. */
export async function orBadInput(run: () => Promise<TrialOutcome>): Promise<TrialOutcome> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof CambiumError) || error.code !== 'fix-input') throw error;
    return { kind: 'failed', failure: { code: 'bad-input', message: error.message }, retry: false, artifacts: [] };
  }
}
