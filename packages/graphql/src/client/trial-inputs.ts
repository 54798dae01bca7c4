import type { TrialOutcome } from '@cambium/core';
import type { TrialOutcomeInput } from '../generated/documents.js';

/** An outcome as the schema takes it. */
export function outcomeInput(outcome: TrialOutcome): TrialOutcomeInput {
  switch (outcome.kind) {
    case 'complete':
    case 'stopped':
      return { kind: outcome.kind, metrics: outcome.metrics, artifacts: [...outcome.artifacts] };
    case 'failed':
      return {
        kind: outcome.kind,
        failure: { ...outcome.failure },
        retry: outcome.retry,
        artifacts: [...outcome.artifacts],
      };
    case 'cancelled':
    case 'handed-back':
      return { kind: outcome.kind };
  }
}
