'use client';

import { ScrollRegion } from '@cambium/ui';
import { Alert } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from '../experiment/experiment-view.module.css';

export interface FailureCardProps {
  readonly failure: { readonly code: string; readonly message: string; readonly stderr?: string | null };
}

/** Why a trial or an attempt failed, and the end of what its process wrote to stderr. */
export function FailureCard({ failure }: FailureCardProps): ReactElement {
  return (
    <>
      <Alert color="red" variant="outline" title={failure.code}>
        {failure.message}
      </Alert>
      {failure.stderr ? (
        <ScrollRegion label="Standard error" maxHeight={260}>
          <pre className={classes.yaml}>{failure.stderr}</pre>
        </ScrollRegion>
      ) : null}
    </>
  );
}
