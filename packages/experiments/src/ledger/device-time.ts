import { isOfSearch, type RunningTrial, type Trial } from '@cambium/core';
import type { Ledger } from './ledger.js';

/**
 * Whether the search's attempts have taken the device seconds of the budget, those that run counted up to now. Always false
 * without such a limit.
 */
export async function isOutOfDeviceTime({ tx, now }: Ledger): Promise<boolean> {
  const { deviceMs, spec } = tx.experiment;
  const { maxDeviceSeconds } = spec.budget;
  if (maxDeviceSeconds === undefined) return false;
  const running = (await tx.unfinishedTrials()).filter(isRunningSearch);
  return running.reduce((sum, { startedAt }) => sum + now - startedAt, deviceMs) >= maxDeviceSeconds * 1000;
}

function isRunningSearch(trial: Trial): trial is RunningTrial {
  return trial.state === 'running' && isOfSearch(trial);
}
