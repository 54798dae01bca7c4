import type { ReactElement } from 'react';
import { trialMarks } from './trial-mode.js';
import type { TrialRowData } from './trial-row.js';

/** What the marks of the loaded rows mean; nothing without any. */
export function TrialTableLegend({ rows }: { readonly rows: readonly TrialRowData[] }): ReactElement | null {
  const modes = new Set(rows.map(({ mode }) => mode));
  const named = Object.entries(trialMarks).filter(([mode]) => modes.has(mode));
  const meanings = [
    ...named.map(([, { mark, meaning }]) => `${mark} ${meaning}`),
    ...(rows.some(({ resumeStep }) => resumeStep !== null) ? ['↪ goes on from another trial'] : []),
  ];
  return meanings.length === 0 ? null : <span>{meanings.join(' · ')}</span>;
}
