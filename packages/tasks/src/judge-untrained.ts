import type { Claim, EvaluateOptions, Metrics, TrialOutcome } from '@cambium/core';

/** Where the pruner judges the trial before its training, tells it these metrics as step 0. Undefined: the trial goes on. */
export async function judgeUntrained(
  { untrainedMetric }: Pick<Claim, 'untrainedMetric'>,
  metrics: Metrics,
  { report, signal }: Pick<EvaluateOptions, 'report' | 'signal'>,
): Promise<TrialOutcome | undefined> {
  if (!untrainedMetric) return undefined;
  const decision = await report(0, metrics);
  if (decision === 'cancel' || signal.aborted) return { kind: 'cancelled' };
  return decision === 'stop' ? { kind: 'stopped', metrics, artifacts: [] } : undefined;
}
