import type { TrialOutcome } from '@cambium/core';

/** Failures that a task foresees: it has cleaned up after itself. */
const foreseen = ['bad-input', 'diverged'];

/**
 * Whether the process of this attempt may evaluate another trial. After any other failure nobody knows what it holds or
 * what state it is in, and WASM memory that has grown can't shrink.
 */
export function leavesProcessSound(outcome: TrialOutcome): boolean {
  return outcome.kind !== 'failed' || foreseen.includes(outcome.failure.code);
}
