import type { LedgerMode } from '@cambium/core';

/** How trials that the searcher did not suggest are marked, and what they are. */
const marks: Readonly<Record<LedgerMode, { readonly mark: string; readonly meaning: string }>> = {
  final: { mark: '★', meaning: 'a winner, retrained and tested' },
  repeat: { mark: '↻', meaning: 'one of the best, evaluated again' },
  known: { mark: '↦', meaning: 'a result of an earlier experiment' },
};

/** Null for a trial of the search, with a mode of its searcher's or without. */
export function ledgerMode(mode: string | null): (typeof marks)[LedgerMode] | null {
  return mode !== null && Object.hasOwn(marks, mode) ? marks[mode as LedgerMode] : null;
}
