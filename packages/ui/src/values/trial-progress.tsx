import type { TrialCounts, TrialState } from '@cambium/core';
import type { ReactElement } from 'react';
import { stateColor } from './state-badge.js';
import classes from './trial-progress.module.css';

const order: readonly TrialState[] = ['complete', 'pruned', 'failed', 'cancelled', 'running'];

/** Trials of the budget that have ended; infeasible ones are refused before they cost anything and don't count. */
export function endedTrials(counts: TrialCounts): number {
  return counts.complete + counts.pruned + counts.failed + counts.cancelled;
}

/** How much of the budget is spent, by state. */
export function TrialProgress({ counts, total }: { readonly counts: TrialCounts; total: number }): ReactElement {
  const parts = order.filter((state) => counts[state] > 0);
  const words = parts.map((state) => `${counts[state]} ${state}`).join(', ');
  return (
    <div
      className={classes.bar}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <progress> has one part, this has five
      role="progressbar"
      aria-label="Trials ended"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(endedTrials(counts), total)}
      aria-valuetext={`${endedTrials(counts)} of ${total} trials ended${words ? `: ${words}` : ''}`}
      title={words || 'no trial yet'}
    >
      {parts.map((state) => (
        <div
          key={state}
          className={classes.part}
          style={{ width: `${(100 * counts[state]) / Math.max(total, 1)}%`, background: stateColor(state) }}
        />
      ))}
    </div>
  );
}
