'use client';

import { useQuery } from '@apollo/client/react';
import { ArchitectureJsonDocument, ArchitectureSourceDocument, type SourceLibrary } from '@cambium/graphql';
import { Button, Group, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { networkText } from '../../lib/network-text.js';
import { ArchitectureText } from './architecture-text.js';

type Form = SourceLibrary | 'json';

const forms: readonly { readonly value: Form; readonly label: string }[] = [
  { value: 'pytorch', label: 'PyTorch' },
  { value: 'keras', label: 'Keras' },
  { value: 'json', label: 'JSON' },
];

/** The network as a program or in Cambium's own form, on demand. */
export function ArchitectureSource({ trialId }: { readonly trialId: string }): ReactElement {
  const [shown, setShown] = useState<Form | null>(null);
  return (
    <>
      <Group gap="xs" mt="xs">
        <Text size="sm">Source code</Text>
        {forms.map(({ value, label }) => (
          <Button
            key={value}
            size="compact-xs"
            variant={shown === value ? 'filled' : 'default'}
            aria-expanded={shown === value}
            onClick={() => setShown(shown === value ? null : value)}
          >
            {label}
          </Button>
        ))}
      </Group>
      {shown === null ? null : shown === 'json' ? (
        <Json trialId={trialId} />
      ) : (
        <Source trialId={trialId} library={shown} />
      )}
    </>
  );
}

function Source({ trialId, library }: { readonly trialId: string; readonly library: SourceLibrary }): ReactElement {
  const { data, error } = useQuery(ArchitectureSourceDocument, { variables: { trialId, library }, ssr: false });
  return (
    <ArchitectureText
      trialId={trialId}
      text={data?.trial?.design.architecture?.source}
      failure={error?.message}
      label={`Source code, ${library}`}
      file={{ name: `trial-${data?.trial?.number}-${library}.py`, type: 'text/x-python' }}
      format={`${library}-source`}
    />
  );
}

function Json({ trialId }: { readonly trialId: string }): ReactElement {
  const { data, error } = useQuery(ArchitectureJsonDocument, { variables: { trialId }, ssr: false });
  const json = data?.trial?.design.architecture?.json;
  return (
    <ArchitectureText
      trialId={trialId}
      text={json ? networkText(jsonRecord(json)) : null}
      failure={error?.message}
      label="Network as JSON"
      file={{ name: `trial-${data?.trial?.number}-network.json`, type: 'application/json' }}
      format="network-json"
    >
      The dialect <code>network</code> takes it, to search how it is trained.
    </ArchitectureText>
  );
}
