'use client';

import { EmptyState } from '@cambium/ui';
import { Button, Code } from '@mantine/core';
import type { ReactElement } from 'react';
import type { Failure } from './failure.js';
import { ReturnWatch } from './return-watch.js';

/** Instead of a page: what is wrong and what to do. An API that is away is asked again until it answers. */
export function FailureView({
  failure,
  onRetry,
}: {
  readonly failure: Failure;
  readonly onRetry: () => void;
}): ReactElement {
  const retry = (
    <Button onClick={onRetry} mt="xs">
      Try again
    </Button>
  );
  switch (failure.kind) {
    case 'signed-out':
      return (
        <EmptyState title="Sign in" order={1} action={retry}>
          Open the one-time link that <Code>npm start</Code> printed, in this browser. For a fresh one run{' '}
          <Code>npx cambium login-link</Code> in the folder of your Cambium installation.
        </EmptyState>
      );
    case 'away':
      return (
        <>
          <EmptyState title="The API does not answer" order={1} action={retry}>
            Is it running? <Code>npm start</Code> starts it with everything else. Experiments are not lost: runners wait
            for it and go on. This page tries again by itself.
          </EmptyState>
          <ReturnWatch onReturn={onRetry} />
        </>
      );
    case 'other':
      return (
        <EmptyState title="Something went wrong" order={1} action={retry}>
          {failure.message}
        </EmptyState>
      );
  }
}
