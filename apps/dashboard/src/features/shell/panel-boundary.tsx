'use client';

import { EmptyState } from '@cambium/ui';
import { Button } from '@mantine/core';
import { Component, type ReactElement, type ReactNode, useState } from 'react';
import { useReconnect } from '../../lib/live/use-live.js';
import { classifyFailure } from './failure.js';

export interface PanelBoundaryProps {
  /** What could not be shown: `learning curves`. */
  readonly what: string;
  /** Draws the panel. `attempt` belongs into the key of its query, or Apollo answers with the old error again. */
  readonly children: (attempt: number) => ReactNode;
}

/** Keeps a failed request from taking the whole page along. Tries again at a click and when the API is back. */
export function PanelBoundary({ what, children }: PanelBoundaryProps): ReactElement {
  const [attempt, setAttempt] = useState(0);
  const again = () => setAttempt((current) => current + 1);
  return (
    <Catch key={attempt} what={what} onRetry={again}>
      {children(attempt)}
    </Catch>
  );
}

function PanelFailure(props: {
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}): ReactElement {
  const { what, error, onRetry } = props;
  useReconnect(onRetry);
  const failure = classifyFailure(error);
  return (
    <EmptyState
      title={`The ${what} could not be loaded`}
      order={3}
      compact
      action={
        <Button size="xs" variant="default" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {failure.kind === 'other' ? failure.message : 'The API does not answer. This is tried again when it does.'}
    </EmptyState>
  );
}

interface CatchProps {
  readonly what: string;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** React catches errors of rendering in class components only. */
class Catch extends Component<CatchProps, { readonly caught: { readonly error: unknown } | null }> {
  override state = { caught: null };

  static getDerivedStateFromError(error: unknown): { caught: { error: unknown } } {
    return { caught: { error } };
  }

  override render(): ReactNode {
    const { caught } = this.state as { caught: { error: unknown } | null };
    const { what, onRetry, children } = this.props;
    return caught === null ? children : <PanelFailure what={what} error={caught.error} onRetry={onRetry} />;
  }
}
