import type { TrialRowData } from './trial-row.js';

/** How far a trial is: `7/27`; `3/3 of 27` for one that is to end before the last step of others; `40` with no end known. */
export function stepText(
  { lastStep, endStep, fidelity }: Pick<TrialRowData, 'lastStep' | 'endStep' | 'fidelity'>,
  maxStep: number,
): string {
  if (endStep === null) return String(lastStep);
  return fidelity === null || fidelity === maxStep ? `${lastStep}/${endStep}` : `${lastStep}/${endStep} of ${maxStep}`;
}
