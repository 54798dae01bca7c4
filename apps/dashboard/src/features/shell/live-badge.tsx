'use client';

import type { ReactElement } from 'react';
import type { LiveState } from '../../lib/live/live-socket.js';
import { useLiveState } from '../../lib/live/use-live.js';
import classes from './live-badge.module.css';

const words: Record<LiveState, string> = {
  idle: '',
  connecting: 'connecting',
  live: 'live',
  reconnecting: 'reconnecting…',
  refused: 'signed out',
};
const titles: Record<LiveState, string> = {
  idle: '',
  connecting: 'Connecting to the server',
  live: 'Changes appear as they happen',
  reconnecting: 'The connection was lost. Nothing is missed: what happened meanwhile comes after reconnecting.',
  refused: 'The server refused the connection: sign in again and reload the page.',
};

/** Whether the page follows the server at this moment. */
export function LiveBadge(): ReactElement {
  const state = useLiveState();
  return (
    <output className={classes.badge} data-state={state} data-testid="live-state" title={titles[state]}>
      {state === 'idle' ? null : <span className={classes.dot} aria-hidden="true" />}
      {words[state]}
    </output>
  );
}
