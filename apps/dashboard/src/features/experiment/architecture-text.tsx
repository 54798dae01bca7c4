import { CopyButton, ScrollRegion } from '@cambium/ui';
import { Button, Group, Skeleton, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './experiment-view.module.css';

export interface ArchitectureTextProps {
  readonly trialId: string;
  /** Null or absent: it is on its way. */
  readonly text: string | null | undefined;
  readonly failure: string | undefined;
  readonly label: string;
  readonly file: { readonly name: string; readonly type: string };
  /** Of `cambium export`: the same with the trained weights. */
  readonly format: string;
  /** What it is good for. */
  readonly children?: ReactNode;
}

/** One written form of a network: to read, to copy, to download. */
export function ArchitectureText(props: ArchitectureTextProps): ReactElement {
  const { trialId, text, failure, label, file, format, children } = props;
  if (failure !== undefined) {
    return (
      <Text size="sm" c="var(--cambium-quiet)" mt="xs">
        The network can't be written: {failure}
      </Text>
    );
  }
  if (!text) return <Skeleton height={200} mt="xs" />;
  return (
    <>
      <ScrollRegion label={label} maxHeight={420}>
        <pre className={classes.yaml}>{text}</pre>
      </ScrollRegion>
      <Group mt="xs" gap="xs">
        <CopyButton value={text} label="Copy" />
        <Button
          component="a"
          size="compact-xs"
          variant="default"
          href={`data:${file.type};charset=utf-8,${encodeURIComponent(text)}`}
          download={file.name}
        >
          Download {file.name}
        </Button>
      </Group>
      <Text size="xs" c="var(--cambium-quiet)" mt={4}>
        {children} With the trained weights:{' '}
        <code>
          npx cambium export {trialId} --format {format}
        </code>
      </Text>
    </>
  );
}
