import type { ReactElement } from 'react';
import { frontMark, trialMarks } from './trial-mode.js';
import type { TrialRowData } from './trial-row.js';

export interface TrialTableLegendProps {
  readonly rows: readonly TrialRowData[];
  /** Whether there are several objectives, so that the front is marked. */
  readonly hasFront: boolean;
}

/** What the marks of the loaded rows mean; nothing without any. */
export function TrialTableLegend({ rows, hasFront }: TrialTableLegendProps): ReactElement | null {
  const modes = new Set(rows.map(({ mode }) => mode));
  const named = Object.entries(trialMarks).filter(([mode]) => modes.has(mode));
  const meanings = [
    ...(hasFront && rows.some(({ onFront }) => onFront) ? [`${frontMark.mark} ${frontMark.meaning}`] : []),
    ...named.map(([, { mark, meaning }]) => `${mark} ${meaning}`),
    ...(rows.some(({ resumeStep }) => resumeStep !== null) ? ['↪ goes on from another trial'] : []),
  ];
  return meanings.length === 0 ? null : <span>{meanings.join(' · ')}</span>;
}
