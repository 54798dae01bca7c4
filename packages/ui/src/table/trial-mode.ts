import type { LedgerMode, TrialKind } from '@cambium/core';

export interface TrialMark {
  readonly mark: string;
  /** Several of them, for a list of choices. */
  readonly name: string;
  /** One of them, in a sentence. */
  readonly meaning: string;
}

/** How trials that the searcher did not suggest are marked, and what they are. */
export const trialMarks: Readonly<Record<LedgerMode, TrialMark>> = {
  final: { mark: '★', name: 'retrained winners', meaning: 'a winner, retrained and tested' },
  repeat: { mark: '↻', name: 'repetitions', meaning: 'one of the best, evaluated again' },
  baseline: { mark: '≡', name: 'baselines', meaning: 'a design with a published augmentation policy, to compare with' },
  known: { mark: '↦', name: 'earlier results', meaning: 'a result of an earlier experiment' },
};

/** With several objectives. */
export const frontMark: TrialMark = { mark: '◆', name: 'Pareto front', meaning: 'on the Pareto front' };

/** Null for a trial of the search, with a mode of its searcher's or without. */
export function ledgerMode(mode: string | null): TrialMark | null {
  return mode !== null && Object.hasOwn(trialMarks, mode) ? trialMarks[mode as LedgerMode] : null;
}

/** `★ retrained winners`. */
export function trialKindName(kind: TrialKind): string {
  return kind === 'search' ? 'of the search' : `${trialMarks[kind].mark} ${trialMarks[kind].name}`;
}
