'use client';

import { ledgerMode } from '@cambium/ui';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';
import type { TrialNow } from './follow-trial.js';

export interface TrialOriginProps {
  readonly trial: Pick<TrialNow['trial'], 'mode' | 'parent' | 'resumeStep'>;
  readonly hrefOf: (number: number) => string;
}

/** What a trial is, and which one it comes from. */
export function TrialOrigin({ trial, hrefOf }: TrialOriginProps): ReactElement {
  const { mode, parent, resumeStep } = trial;
  const own = ledgerMode(mode);
  const what = own?.meaning ?? mode ?? 'a trial of the search';
  if (parent === null) return <>{what}</>;
  const link = <Link href={hrefOf(parent)}>#{parent}</Link>;
  const from = (): ReactNode => {
    if (own !== null) return <>from {link}</>;
    if (resumeStep !== null)
      return (
        <>
          goes on from {link} after step {resumeStep}
        </>
      );
    return <>follows {link}, which left no checkpoint: begins anew</>;
  };
  return (
    <>
      {what} · {from()}
    </>
  );
}
