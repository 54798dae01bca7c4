'use client';

import { EmptyState, formatBytes, ScrollRegion } from '@cambium/ui';
import { Anchor, Table } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from '../experiment/experiment-view.module.css';
import type { ArtifactInfo } from './trial-types.js';
import { useTrialRecord } from './use-trial-record.js';

export interface ArtifactTableProps {
  readonly trialId: string;
  readonly first: readonly ArtifactInfo[];
  readonly revision: number;
}

/** The files a trial left behind, to download. */
export function ArtifactTable({ trialId, first, revision }: ArtifactTableProps): ReactElement {
  const artifacts = useTrialRecord(trialId, revision)?.artifacts ?? first;
  return (
    <>
      <h2 className={classes.cardTitle}>Artifacts</h2>
      {artifacts.length === 0 ? (
        <EmptyState title="No files" compact order={3}>
          Models, checkpoints and logs appear here when an attempt ends.
        </EmptyState>
      ) : (
        <ScrollRegion label="Artifacts, table">
          <Table fz="xs" verticalSpacing={5} aria-label="Artifacts">
            <Table.Thead>
              <Table.Tr>
                {['Name', 'Kind', 'Size', 'Digest'].map((title) => (
                  <Table.Th key={title}>{title}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {artifacts.map((artifact) => (
                <Table.Tr key={artifact.name}>
                  <Table.Td>
                    <Anchor href={artifact.url} download={artifact.name.replaceAll('/', '-')} fz="xs">
                      {artifact.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{artifact.kind}</Table.Td>
                  <Table.Td>{formatBytes(artifact.bytes)}</Table.Td>
                  <Table.Td title={artifact.digest}>
                    <code>{artifact.digest.replace('sha256:', '').slice(0, 12)}</code>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
    </>
  );
}
