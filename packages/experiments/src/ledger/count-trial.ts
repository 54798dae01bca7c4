import { isOfSearch, type Trial, type TrialState } from '@cambium/core';
import type { Ledger } from './ledger.js';

/** Moves a trial from one count to another; the ledger's own are not counted. `from` null: it is new. */
export async function countTrial(
  { tx }: Ledger,
  trial: Trial,
  move: { readonly from: TrialState | null; readonly to: TrialState },
): Promise<void> {
  if (!isOfSearch(trial) || move.from === move.to) return;
  const { counts } = tx.experiment;
  const left = move.from === null ? counts : { ...counts, [move.from]: counts[move.from] - 1 };
  await tx.update({ counts: { ...left, [move.to]: left[move.to] + 1 } });
}
