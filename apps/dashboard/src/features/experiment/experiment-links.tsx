'use client';

import type { ExperimentLiveFragment } from '@cambium/graphql';
import Link from 'next/link';
import type { ReactElement } from 'react';

/** Where the experiment comes from, and which trial of it is promoted. */
export function ExperimentLinks({ experiment }: { readonly experiment: ExperimentLiveFragment }): ReactElement {
  const { id, origin, promotion } = experiment;
  const trial = origin?.trialNumber ?? null;
  return (
    <>
      {origin === null ? null : trial === null ? (
        <>
          {' · '}cloned from <Link href={`/experiments/${origin.id}`}>{origin.name}</Link>
        </>
      ) : (
        <>
          {' · '}trains{' '}
          <Link href={`/experiments/${origin.id}/trials/${trial}`}>
            trial #{trial} of {origin.name}
          </Link>{' '}
          again
        </>
      )}
      {promotion === null ? null : (
        <>
          {' · '}
          <Link href={`/experiments/${id}/trials/${promotion.trial.number}`}>
            trial #{promotion.trial.number} promoted by {promotion.by}
          </Link>
        </>
      )}
    </>
  );
}
