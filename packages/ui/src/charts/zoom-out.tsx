import { Button, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';

export interface ZoomOutProps {
  /** What the chart shows: `the Pareto front`. */
  readonly of: string;
  /** Whether only a part of it is shown. */
  readonly isZoomed: boolean;
  readonly onZoomOut: () => void;
}

/** The way back from a part of a chart; nothing while the whole is shown. */
export function ZoomOut({ of, isZoomed, onZoomOut }: ZoomOutProps): ReactElement | null {
  if (!isZoomed) return null;
  return (
    <Button size="compact-xs" variant="default" onClick={onZoomOut}>
      Zoom out
      <VisuallyHidden>&nbsp;of {of}</VisuallyHidden>
    </Button>
  );
}
