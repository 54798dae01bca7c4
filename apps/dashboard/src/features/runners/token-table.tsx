'use client';

import { useMutation, useQuery } from '@apollo/client/react';
import { RevokeRunnerTokenDocument, RunnerTokensDocument, type RunnerTokensQuery } from '@cambium/graphql';
import { RelativeTime, ScrollRegion } from '@cambium/ui';
import { Alert, Button, Group, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { Dialog } from '../shell/dialog.js';
import classes from './runners.module.css';

type Token = RunnerTokensQuery['runnerTokens'][number];

/** The tokens that people made, without their secrets; each can be revoked. */
export function TokenTable(): ReactElement | null {
  const { data, error } = useQuery(RunnerTokensDocument, { ssr: false, fetchPolicy: 'cache-and-network' });
  const [asked, setAsked] = useState<Token | null>(null);
  if (error) {
    return (
      <Alert color="red" variant="outline" mt="md" title="The tokens can’t be listed">
        {error.message}
      </Alert>
    );
  }
  if (!data) return <Skeleton height={60} mt="md" />;
  if (data.runnerTokens.length === 0) return null;
  return (
    <>
      <ScrollRegion className={classes.tokens} label="Tokens, table">
        <Table verticalSpacing={6} fz="sm" aria-label="Tokens">
          <Table.Thead>
            <Table.Tr>
              {['Token', 'Made', 'Last used'].map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
              <Table.Th>
                <VisuallyHidden>Revoke</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.runnerTokens.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Td>
                  <div className={`truncate ${classes.name}`} title={token.name}>
                    {token.name}
                  </div>
                </Table.Td>
                <Table.Td>
                  <RelativeTime at={token.createdAt} />
                </Table.Td>
                <Table.Td>{token.lastUsedAt === null ? 'never' : <RelativeTime at={token.lastUsedAt} />}</Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    aria-label={`Revoke ${token.name}`}
                    onClick={() => setAsked(token)}
                  >
                    Revoke…
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <RevokeDialog token={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function RevokeDialog({
  token,
  onClose,
}: {
  readonly token: Token | null;
  readonly onClose: () => void;
}): ReactElement {
  const [revoke, { loading, error, reset }] = useMutation(RevokeRunnerTokenDocument, {
    refetchQueries: [RunnerTokensDocument],
    awaitRefetchQueries: true,
  });
  const close = () => {
    reset();
    onClose();
  };
  const confirm = async () => {
    if (token === null) return;
    const done = await revoke({ variables: { id: token.id } }).catch(() => null);
    if (done) close();
  };
  return (
    <Dialog opened={token !== null} onClose={close} title={`Revoke “${token?.name ?? ''}”?`}>
      <Text size="sm">
        Runners that use this token are refused at once, for good. What they run now is tried again by others when its
        lease has ended.
      </Text>
      {error ? (
        <Alert color="red" variant="outline" mt="sm" title="It was not revoked">
          {error.message}
        </Alert>
      ) : null}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          Keep it
        </Button>
        <Button color="red" loading={loading} onClick={confirm}>
          Revoke
        </Button>
      </Group>
    </Dialog>
  );
}
