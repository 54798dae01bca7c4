'use client';

import { useQuery } from '@apollo/client/react';
import { TrialLogDocument } from '@cambium/graphql';
import { CopyButton, ScrollRegion } from '@cambium/ui';
import { Group, Text } from '@mantine/core';
import { type ReactElement, useEffect, useEffectEvent } from 'react';
import classes from '../experiment/experiment-view.module.css';

const lines = 500;

/** The end of the newest attempt's log; asked for anew when the trial changes its state. */
export function LogCard({ trialId, revision }: { readonly trialId: string; readonly revision: number }): ReactElement {
  const { data, error, refetch } = useQuery(TrialLogDocument, { variables: { id: trialId, lines }, ssr: false });
  const again = useEffectEvent(() => void refetch());
  useEffect(() => {
    if (revision > 0) again();
  }, [revision]);
  const log = data?.trial?.log;
  return (
    <>
      <Group justify="space-between" mb={4}>
        <h2 className={classes.cardTitle} style={{ margin: 0 }}>
          Log
        </h2>
        {log ? <CopyButton value={log} label="Copy log" /> : null}
      </Group>
      {log ? (
        <ScrollRegion label="Log, last lines" maxHeight={360}>
          <pre className={classes.yaml}>{log}</pre>
        </ScrollRegion>
      ) : (
        <Text size="sm" c="var(--cambium-quiet)">
          {error
            ? `The log can't be read: ${error.message}`
            : log === ''
              ? 'The log is empty. It is stored when an attempt ends.'
              : 'Loading…'}
        </Text>
      )}
    </>
  );
}
