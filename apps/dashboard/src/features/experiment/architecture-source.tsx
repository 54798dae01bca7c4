'use client';

import { useQuery } from '@apollo/client/react';
import { ArchitectureSourceDocument, type SourceLibrary } from '@cambium/graphql';
import { CopyButton, ScrollRegion } from '@cambium/ui';
import { Button, Group, Skeleton, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import classes from './experiment-view.module.css';

const libraries: readonly { readonly value: SourceLibrary; readonly label: string }[] = [
  { value: 'pytorch', label: 'PyTorch' },
  { value: 'keras', label: 'Keras' },
];

/** The network as a program, on demand. */
export function ArchitectureSource({ trialId }: { readonly trialId: string }): ReactElement {
  const [shown, setShown] = useState<SourceLibrary | null>(null);
  return (
    <>
      <Group gap="xs" mt="xs">
        <Text size="sm">Source code</Text>
        {libraries.map(({ value, label }) => (
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
      {shown === null ? null : <Source trialId={trialId} library={shown} />}
    </>
  );
}

function Source({ trialId, library }: { readonly trialId: string; readonly library: SourceLibrary }): ReactElement {
  const { data, error } = useQuery(ArchitectureSourceDocument, { variables: { trialId, library }, ssr: false });
  const text = data?.trial?.design.architecture?.source;
  if (error) {
    return (
      <Text size="sm" c="var(--cambium-quiet)" mt="xs">
        The source can't be written: {error.message}
      </Text>
    );
  }
  if (!text) return <Skeleton height={200} mt="xs" />;
  const name = `trial-${data.trial?.number}-${library}.py`;
  return (
    <>
      <ScrollRegion label={`Source code, ${library}`} maxHeight={420}>
        <pre className={classes.yaml}>{text}</pre>
      </ScrollRegion>
      <Group mt="xs" gap="xs">
        <CopyButton value={text} label="Copy source" />
        <Button
          component="a"
          size="compact-xs"
          variant="default"
          href={`data:text/x-python;charset=utf-8,${encodeURIComponent(text)}`}
          download={name}
        >
          Download {name}
        </Button>
      </Group>
      <Text size="xs" c="var(--cambium-quiet)" mt={4}>
        With the trained weights:{' '}
        <code>
          npx cambium export {trialId} --format {library}-source
        </code>
      </Text>
    </>
  );
}
