'use client';

import type { ExperimentLiveFragment } from '@cambium/graphql';
import { EmptyState } from '@cambium/ui';
import Link from 'next/link';
import type { ReactElement } from 'react';

/** There is no answer yet: what it waits for. */
export function NoBest({ experiment }: { readonly experiment: ExperimentLiveFragment }): ReactElement {
  const { state } = experiment;
  const hint: Partial<Record<typeof state, string>> = {
    created: 'Start the experiment: then its first trials are proposed and given to runners.',
    running: 'The first trials are on their way. If they stay waiting, no runner is connected: see',
    paused: 'Resume the experiment to go on.',
    failed: 'The message above says why. Clone the experiment with a changed specification.',
  };
  return (
    <EmptyState title="No trial has finished yet">
      {hint[state] ?? 'No trial ended with a value that meets the constraints. The table below says why for each.'}
      {state === 'running' ? (
        <>
          {' '}
          <Link href="/runners">Runners</Link>.
        </>
      ) : null}
    </EmptyState>
  );
}
