import type { LeastTrials, Space } from '@cambium/core';
import type { FastAutoAugmentOptions } from './options.js';
import { piecesOf } from './pieces.js';

/**
 * One round, with as many judged policies as fill those that are to be trained with. A single one of these is also put together
 * of fewer pieces.
 */
export function leastTrials(
  { folds, searches, pieceSize, standalone }: FastAutoAugmentOptions,
  space: Space,
): LeastTrials {
  const pieces = standalone === 1 ? 1 : standalone * piecesOf(space, pieceSize).count;
  const judged = Math.min(searches, Math.ceil(pieces / folds));
  const parts = [counted(folds, 'fold', 'folds'), counted(folds * judged, 'judged policy', 'judged policies')];
  return {
    trials: folds * (1 + judged) + standalone,
    needed: `${parts.join(', ')} and ${standalone} trained with`,
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
