'use client';

import { useMutation } from '@apollo/client/react';
import { CreateRunnerTokenDocument, RunnerTokensDocument } from '@cambium/graphql';
import { CopyButton, ScrollRegion } from '@cambium/ui';
import { Alert, Button, Group, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import classes from './runners.module.css';
import { TokenTable } from './token-table.js';

/** Makes a token and shows the command that uses it: the token is shown this once. Lists the tokens, to revoke them. */
export function ConnectRunner(): ReactElement {
  const [name, setName] = useState('');
  const [create, { data, loading, error }] = useMutation(CreateRunnerTokenDocument, {
    refetchQueries: [RunnerTokensDocument],
  });
  const token = data?.createRunnerToken;
  const command = token ? `npx cambium runner --url ${location.origin} --token ${token.token}` : null;
  return (
    <section className={`card ${classes.connect}`} aria-label="Connect a runner">
      <h2>Connect a runner</h2>
      <p>
        A runner is any machine with Node 20 and this repository: it takes trials, trains, and reports. It needs a token
        and reaches this page's address.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create({ variables: { name: name.trim() } }).catch(() => undefined);
        }}
      >
        <Group gap="xs" align="end">
          <TextInput
            size="xs"
            label="Name of the token"
            placeholder="gpu box 1"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" loading={loading} disabled={name.trim() === ''}>
            Create a token
          </Button>
        </Group>
      </form>
      {error ? (
        <Alert color="red" variant="outline" mt="sm" title="No token was made">
          {error.message}
        </Alert>
      ) : null}
      {token && command ? (
        <div aria-live="polite">
          <ScrollRegion label="Command that starts the runner" maxHeight={120}>
            <pre className={classes.command}>{command}</pre>
          </ScrollRegion>
          <Group gap="xs">
            <CopyButton value={command} label="Copy command" />
            <span style={{ fontSize: 12 }}>The token is not shown again.</span>
          </Group>
        </div>
      ) : null}
      <TokenTable />
    </section>
  );
}
