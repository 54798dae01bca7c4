import type { TrialRowData } from './trial-row.js';

/** How far a trial is: `7/27`; `3/3 of 27` for one that was to end before the last step. */
export function stepText(
  { mode, lastStep, fidelity }: Pick<TrialRowData, 'mode' | 'lastStep' | 'fidelity'>,
  maxStep: number,
): string {
  // A retrained winner runs longer than a trial of the search, and an earlier experiment may have had other steps.
  if (mode === 'final' || mode === 'known') return String(lastStep);
  return fidelity === null || fidelity === maxStep ? `${lastStep}/${maxStep}` : `${lastStep}/${fidelity} of ${maxStep}`;
}
