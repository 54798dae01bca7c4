import type { Attempt, RunningTrial, TrialFailure } from '@cambium/core';
import { closeAttempt } from '../ledger/close-attempt.js';
import { countTrial } from '../ledger/count-trial.js';
import { priorities } from '../ledger/create-trial.js';
import { endTrial } from '../ledger/end-trial.js';
import type { Ledger } from '../ledger/ledger.js';
import { identityOf } from '../ledger/trial-identity.js';

/** A runner may shut down in good order so often at one trial; from then on it counts like a lost attempt. */
const freeHandovers = 20;

export interface AttemptEnding {
  readonly state: 'failed' | 'lost' | 'handed-back';
  readonly failure: TrialFailure;
  /** False: trying again can't help. */
  readonly retry: boolean;
}

/** An attempt ended without a result: its trial waits again, or fails when its attempts are used up. */
export async function endAttempt(
  ledger: Ledger,
  { attempt, trial }: { readonly attempt: Attempt; readonly trial: RunningTrial },
  { state, failure, retry }: AttemptEnding,
): Promise<void> {
  const { tx } = ledger;
  await closeAttempt(ledger, { attempt, trial }, { state, failure });
  if (retry && (await usedAttempts(ledger, trial)) < tx.experiment.spec.budget.maxAttempts) {
    await waitAgain(ledger, trial, { state, failure });
  } else {
    await endTrial(ledger, trial, { state: 'failed', failure });
  }
}

async function usedAttempts({ tx }: Ledger, trial: RunningTrial): Promise<number> {
  const attempts = await tx.attempts(trial.id);
  const broken = attempts.filter(({ state }) => state === 'failed' || state === 'lost').length;
  const handedBack = attempts.filter(({ state }) => state === 'handed-back').length;
  return broken + Math.max(0, handedBack - freeHandovers);
}

async function waitAgain(
  ledger: Ledger,
  trial: RunningTrial,
  { state, failure }: Pick<AttemptEnding, 'state' | 'failure'>,
): Promise<void> {
  const { tx, now } = ledger;
  const waiting = { ...identityOf(trial), state: 'waiting' } as const;
  await tx.updateTrial(waiting);
  await countTrial(ledger, waiting, { from: 'running', to: 'waiting' });
  const payload = { epoch: trial.epoch, attempt: state, code: failure.code, message: failure.message };
  await tx.append('trial.retried', { trialNumber: trial.number, at: now, payload });
  await tx.enqueue(waiting, priorities.retried);
}
