import type { AskContext } from '@cambium/core';
import type { Round } from './rounds.js';

/** How many candidates a round may have: as many as are wanted, but for what its networks from scratch need of the budget. */
export function candidateLimit(
  { budget }: Pick<AskContext<unknown>, 'budget'>,
  { opening }: Round,
  { candidates, standalone }: { readonly candidates: number; readonly standalone: number },
): number {
  const left = budget.maxTrials - opening.number - 1 - standalone;
  return Math.max(1, Math.min(candidates, left));
}
