'use client';

import type { ReactElement } from 'react';
import { classifyFailure } from '../features/shell/failure.js';
import { FailureView } from '../features/shell/failure-view.js';

/** Everything that a page shows is in its address, so a full load is the sure way back. */
export default function PageError({ error }: { readonly error: Error }): ReactElement {
  return <FailureView failure={classifyFailure(error)} onRetry={() => location.reload()} />;
}
