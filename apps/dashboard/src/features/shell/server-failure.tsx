'use client';

import { useRouter } from 'next/navigation';
import type { ReactElement } from 'react';
import type { Failure } from './failure.js';
import { FailureView } from './failure-view.js';

/** A failure that the server met: trying again asks the server for the page anew. */
export function ServerFailure({ failure }: { readonly failure: Failure }): ReactElement {
  const router = useRouter();
  return <FailureView failure={failure} onRetry={() => router.refresh()} />;
}
