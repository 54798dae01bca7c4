'use client';

import { useRouter } from 'next/navigation';
import { type ReactElement, startTransition } from 'react';
import { classifyFailure } from '../features/shell/failure.js';
import { FailureView } from '../features/shell/failure-view.js';

export default function PageError({
  error,
  reset,
}: {
  readonly error: Error;
  readonly reset: () => void;
}): ReactElement {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return <FailureView failure={classifyFailure(error)} onRetry={retry} />;
}
