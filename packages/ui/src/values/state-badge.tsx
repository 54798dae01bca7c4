import type { ExperimentState, TrialState } from '@cambium/core';
import type { ReactElement } from 'react';
import classes from './state-badge.module.css';

/** Every state that an experiment or a trial can be in. */
export type AnyState = ExperimentState | TrialState;

const tokens: Record<AnyState, string> = {
  created: 'waiting',
  waiting: 'waiting',
  running: 'running',
  paused: 'paused',
  complete: 'complete',
  pruned: 'pruned',
  failed: 'failed',
  stopped: 'cancelled',
  cancelled: 'cancelled',
  infeasible: 'infeasible',
};

/** The CSS colour of a state, the same in badges, bars and charts. */
export function stateColor(state: AnyState): string {
  return `var(--cambium-${tokens[state]})`;
}

/** A state by shape, colour and word, so that none of the three is needed to read it. */
export function StateBadge({ state, filled = false }: { state: AnyState; filled?: boolean }): ReactElement {
  return (
    <span className={`${classes.badge} ${filled ? classes.filled : ''}`} data-state={state}>
      <svg
        className={`${classes.mark} ${state === 'running' ? classes.spinning : ''}`}
        width="10"
        height="10"
        viewBox="0 0 10 10"
        aria-hidden="true"
        style={{ color: stateColor(state) }}
      >
        {shapes[state]}
      </svg>
      {state}
    </span>
  );
}

const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 };
const dot = <circle cx="5" cy="5" r="4" fill="currentColor" />;
const ring = <circle cx="5" cy="5" r="3.6" {...outline} />;
const shapes: Record<AnyState, ReactElement> = {
  created: ring,
  waiting: ring,
  running: <circle cx="5" cy="5" r="3.6" {...outline} strokeDasharray="16 7" />,
  paused: <path d="M2 1h2v8H2zM6 1h2v8H6z" fill="currentColor" />,
  complete: dot,
  pruned: <path d="M5 1 9.4 9H.6z" fill="currentColor" />,
  failed: <path d="M2 2l6 6M8 2l-6 6" {...outline} strokeWidth={2} />,
  stopped: <rect x="1.5" y="1.5" width="7" height="7" fill="currentColor" />,
  cancelled: <path d="M1 5h8" {...outline} strokeWidth={2} />,
  infeasible: <path d="M5 .6 9.4 5 5 9.4.6 5z" {...outline} />,
};
