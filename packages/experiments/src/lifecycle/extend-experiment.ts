import { CambiumError, type Experiment } from '@cambium/core';
import { isOutOfDeviceTime } from '../ledger/device-time.js';
import type { LedgerNeeds } from '../ledger/in-ledger.js';
import { changeExperiment } from './change-experiment.js';

/**
 * Raises the budget by `trials`; a complete or stopped experiment runs again, a paused one stays paused.
 * @throws CambiumError `not-found` · `fix-input` unless `trials` is a whole number from 1 to 1,000,000 · `conflict` for a
 * failed experiment, and when the searcher has suggested all it had or the device seconds are spent.
 */
export async function extendExperiment(needs: LedgerNeeds, id: string, trials: number): Promise<Experiment> {
  if (!Number.isInteger(trials) || trials < 1 || trials > 1_000_000) {
    const message = `trials must be a whole number from 1 to 1,000,000, not ${trials}`;
    throw new CambiumError('fix-input', message, { issues: [{ path: ['trials'], code: 'bad-range', message }] });
  }
  const from = ['created', 'running', 'paused', 'complete', 'stopped'] as const;
  return changeExperiment(needs, id, { verb: 'extended', from }, async (ledger) => {
    const { tx, now } = ledger;
    const { state, exhausted, spec } = tx.experiment;
    if (exhausted) {
      const message = `searcher ${spec.searcher.name} has suggested all there is; clone the experiment with a larger space`;
      throw new CambiumError('conflict', message);
    }
    if (await isOutOfDeviceTime(ledger)) {
      const message = `the ${spec.budget.maxDeviceSeconds} device seconds of the budget are spent; clone the experiment with a larger budget.maxDeviceSeconds`;
      throw new CambiumError('conflict', message);
    }
    const maxTrials = tx.experiment.maxTrials + trials;
    const again = state === 'complete' || state === 'stopped';
    await tx.update({
      maxTrials,
      phase: 'search',
      ...(again ? { state: 'running', startedAt: tx.experiment.startedAt ?? now, finishedAt: null } : {}),
    });
    await tx.append('experiment.extended', { at: now, payload: { maxTrials } });
    ledger.wantsTrials = true;
  });
}
