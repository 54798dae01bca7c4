import type { ArtifactLink, Attempt, ClaimRef, RunningTrial, TrialOutcome } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';
import { closeAttempt } from '../ledger/close-attempt.js';
import { endTrial } from '../ledger/end-trial.js';
import { inLedger } from '../ledger/in-ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { endAttempt } from './end-attempt.js';
import { findAttempt, orWhenUnknown } from './find-attempt.js';

/** States in which an attempt ended by its own runner's word. */
const endedByItself: readonly string[] = ['finished', 'failed', 'handed-back'];

/**
 * Ends an attempt by its runner's word. True when it counted, again at every repetition; false when the claim is stale:
 * its lease ran out, or the trial was cancelled.
 */
export async function finishAttempt(needs: Dependencies, ref: ClaimRef, outcome: TrialOutcome): Promise<boolean> {
  return orWhenUnknown(false, () =>
    inLedger(needs, ref.experimentId, async (ledger) => {
      const found = await findAttempt(ledger.tx, ref);
      if (found.kind === 'stale') return found.attempt !== null && endedByItself.includes(found.attempt.state);
      await settle(ledger, found, outcome);
      return true;
    }),
  );
}

interface Held {
  readonly attempt: Attempt;
  readonly trial: RunningTrial;
}

async function settle(ledger: Ledger, held: Held, outcome: TrialOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'complete':
    case 'stopped':
      await close(ledger, held, outcome.artifacts);
      await endTrial(ledger, held.trial, {
        state: outcome.kind === 'complete' ? 'complete' : 'pruned',
        metrics: outcome.metrics,
      });
      return;
    case 'cancelled':
      await close(ledger, held);
      await endTrial(ledger, held.trial, { state: 'cancelled' });
      return;
    case 'failed':
      await keepArtifacts(ledger, held, outcome.artifacts);
      await endAttempt(ledger, held, { state: 'failed', failure: outcome.failure, retry: outcome.retry });
      return;
    case 'handed-back': {
      const failure = { code: 'lost', message: 'its runner shut down and handed it back' };
      await endAttempt(ledger, held, { state: 'handed-back', failure, retry: true });
    }
  }
}

async function close(ledger: Ledger, held: Held, artifacts: readonly ArtifactLink[] = []): Promise<void> {
  await closeAttempt(ledger, held, { state: 'finished' });
  await keepArtifacts(ledger, held, artifacts);
}

async function keepArtifacts(
  { tx }: Ledger,
  { attempt, trial }: Held,
  artifacts: readonly ArtifactLink[],
): Promise<void> {
  if (artifacts.length > 0) await tx.putArtifacts(trial.id, attempt.id, artifacts);
}
