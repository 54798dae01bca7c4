import {
  CambiumError,
  type ClaimRef,
  type Decision,
  finiteMetrics,
  type ReportEntry,
  type RunningTrial,
} from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { failExperiment } from '../ledger/close-experiment.js';
import { inLedger } from '../ledger/in-ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { prune } from '../pruning/prune.js';
import { untrainedMetricOf } from '../pruning/pruner-run.js';
import { rewardsOf } from '../scoring/reward.js';
import { extendLease } from './extend-lease.js';
import { type FoundAttempt, findAttempt, orWhenUnknown } from './find-attempt.js';

/**
 * Stores reports of an attempt; the answer tells its runner what to do. A stale claim is answered `cancel` and its
 * reports are recorded as late.
 * @throws CambiumError `fix-input` for a step that is not a whole number ≥ 1, or 0 where the pruner judges untrained trials.
 */
export async function reportMetrics(
  needs: Dependencies,
  ref: ClaimRef,
  given: readonly ReportEntry[],
): Promise<Decision> {
  const entries = given.map(({ step, metrics }) => ({ step, metrics: finiteMetrics(metrics) }));
  return orWhenUnknown('cancel', () =>
    inLedger(needs, ref.experimentId, async (ledger) => {
      const first = untrainedMetricOf(needs.pruners, ledger.tx.experiment.spec) === null ? 1 : 0;
      for (const { step } of entries) {
        if (Number.isInteger(step) && step >= first) continue;
        throw new CambiumError(
          'fix-input',
          `a report needs a step that is a whole number from ${first} on, not ${step}`,
        );
      }
      const found = await findAttempt(ledger.tx, ref);
      if (found.kind === 'stale') {
        await recordLate(ledger, found, entries);
        return 'cancel';
      }
      await extendLease(ledger, found.attempt, needs.times);
      return accept(needs, ledger, { trial: found.trial, entries: withRewards(ledger, found.trial, entries) });
    }),
  );
}

/** What is known before training is known at every step. */
function withRewards(
  { tx }: Ledger,
  { staticMetrics }: RunningTrial,
  entries: readonly ReportEntry[],
): readonly ReportEntry[] {
  const { objectives } = tx.experiment.spec;
  return entries.map(({ step, metrics }) => {
    return { step, metrics: { ...metrics, ...rewardsOf({ ...staticMetrics, ...metrics }, objectives) } };
  });
}

async function accept(
  { pruners }: Dependencies,
  ledger: Ledger,
  { trial, entries }: { readonly trial: RunningTrial; readonly entries: readonly ReportEntry[] },
): Promise<Decision> {
  const { tx, now } = ledger;
  const newest = entries.at(-1);
  if (newest === undefined) return 'continue';
  const { id: trialId, attemptId, number: trialNumber } = trial;
  let decision: Decision;
  try {
    decision = await prune(pruners, tx, { trial, entries });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    await failExperiment(ledger, `pruner ${tx.experiment.spec.pruner?.name ?? ''} broke: ${reason}`);
    return 'cancel';
  }
  await tx.putReports(entries.map((entry) => ({ ...entry, trialId, attemptId, at: now })));
  await tx.updateTrial({ ...trial, metrics: newest.metrics, lastStep: Math.max(trial.lastStep, newest.step) });
  for (const { step, metrics } of entries) {
    await tx.append('trial.reported', { trialNumber, at: now, payload: { step, metrics } });
  }
  return decision;
}

/** An attempt that a person cancelled has not been told yet: that is not late. */
async function recordLate(
  { tx, now }: Ledger,
  { attempt, trial }: Extract<FoundAttempt, { kind: 'stale' }>,
  entries: readonly ReportEntry[],
): Promise<void> {
  if (trial === null || attempt?.state === 'cancelled') return;
  for (const { step, metrics } of entries) {
    const payload = { step, metrics, epoch: attempt?.epoch ?? null };
    await tx.append('report.late', { trialNumber: trial.number, at: now, payload });
  }
}
