'use client';

import { useQuery } from '@apollo/client/react';
import { TrialRecordDocument, type TrialRecordQuery } from '@cambium/graphql';
import { useEffect, useEffectEvent } from 'react';

/** Attempts and artifacts of a trial; asked for anew when `revision` goes up, null until the first time. */
export function useTrialRecord(id: string, revision: number): TrialRecordQuery['trial'] {
  const { data, refetch } = useQuery(TrialRecordDocument, { variables: { id }, skip: revision === 0, ssr: false });
  const again = useEffectEvent(() => void refetch());
  useEffect(() => {
    if (revision > 1) again();
  }, [revision]);
  return data?.trial ?? null;
}
